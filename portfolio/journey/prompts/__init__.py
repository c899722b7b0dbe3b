"""What the app can bring up by itself: hints, plans, proposals and follow-up questions."""
