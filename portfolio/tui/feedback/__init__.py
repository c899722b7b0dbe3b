"""The place Feedback."""
