"""Views of the journey as rows of text with roles. Pure: no terminal, no colour, no markup."""
