"""What people do with Leerreis, in a real terminal: told by keys and mouse, checked on the screen, disk and export."""
