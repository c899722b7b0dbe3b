"""Records and a day -> frozen views: what may leave, what was found, how someone grew. Pure."""
