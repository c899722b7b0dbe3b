"""What can be shared from a portfolio, and in which form. Everything shown to others starts with `share.share`."""
