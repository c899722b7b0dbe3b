"""The app: keys in, widgets out."""
