"""The frame of every screen: places above, keys below, help, and the hidden screen."""
