"""The place Conversation."""
