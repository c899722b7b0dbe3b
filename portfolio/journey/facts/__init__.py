"""What happened and when, worked out from records: moments, spans, histories. Nothing is drawn here."""
