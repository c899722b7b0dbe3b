"""The sections of the portfolio. Each is made from what may be told, and is left out when it has nothing to say."""
