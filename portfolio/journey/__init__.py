"""Work out views from records and a day: what can be shared, search hits, the pictures of the journey.

Everything here is pure: frozen values in, frozen values out, no files, clock or screen.
"""
