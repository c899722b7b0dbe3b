"""The views: what each picture shows, as data. Its terminal drawing, text, SVG and documents all read the same view."""
