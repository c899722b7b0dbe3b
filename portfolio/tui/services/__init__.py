"""Services that the app is composed of: plain classes that can be tested without a screen."""
