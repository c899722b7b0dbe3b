"""The app: keys in, text out. Screens compose and route; what they show is worked out below, what they save above disk.

The portfolio itself is read and written by the notebook alone, beside the screen; drafts, settings and themes have
their own small readers. Today and now are passed in.
"""
