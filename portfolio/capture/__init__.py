"""From what someone typed or handed over to values that can become records: dates, names, forms and JSON."""
