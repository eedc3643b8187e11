"""Numbers to gaps, opportunities and scenarios, each with its reasons."""
