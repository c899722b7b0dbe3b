"""What each key does, as data: the table of actions, the names of keys and the conditions of actions. No widgets."""
