"""The Feedback place."""
