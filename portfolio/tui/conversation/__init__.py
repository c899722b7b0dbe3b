"""The Conversation place."""
