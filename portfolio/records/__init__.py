"""The records of a portfolio: frozen typed classes, their closed lists, levels and templates. Pure."""
