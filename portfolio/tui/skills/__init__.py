"""The Skills place."""
