"""The frame of every screen: place bar, message line and key bar; help; the screen that hides the app."""
