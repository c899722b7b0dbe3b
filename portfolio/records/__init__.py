"""What a portfolio is made of: frozen, typed records, their closed lists, levels and templates. Pure."""
