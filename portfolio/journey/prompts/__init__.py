"""What the app may bring up: hints, plans, proposals and follow-up questions."""
