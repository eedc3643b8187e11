"""One page a file; to add one, add a file that declares `PAGE`, and a template of its name."""
