"""What a key does, as data: the table of actions, their names and when they can be done. No widgets."""
