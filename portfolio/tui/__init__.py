"""The terminal app, built with Textual. Screens compose widgets and route keys; other modules make text and save.

Only the notebook reads and writes the portfolio, in a worker thread; drafts, settings and themes have their own small
readers. The day and the clock are passed in.
"""
