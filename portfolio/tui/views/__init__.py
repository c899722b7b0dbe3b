"""What the screens show, worked out as lines of spans from records and words. No widget, no key."""
