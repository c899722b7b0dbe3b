"""Turn typed or imported input into values for records: dates, names, forms and JSON."""
