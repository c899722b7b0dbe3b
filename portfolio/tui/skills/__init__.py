"""The place Skills."""
