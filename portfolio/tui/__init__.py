"""The app: keys in, text out. Screens compose and route; what they show is worked out below, what they save above disk.

Nothing here opens a file or reads a clock: the notebook does the one, today and now are passed in.
"""
