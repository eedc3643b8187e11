"""Derived tables, one file each, `<grain>_<what>.sql`; the first line says the grain."""
