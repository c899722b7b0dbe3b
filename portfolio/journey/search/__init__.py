"""Search: the query, folded text, filters and the words around a hit."""
