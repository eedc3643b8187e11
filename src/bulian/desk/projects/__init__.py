"""Leads and projects: stages by dated evidence, planned investment apart from money paid in."""
