"""What other programs wrote, as notes: text in, values out; no file is opened here."""
