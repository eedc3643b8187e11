"""Documents to facts: rules over the folded text, each fact with the place it stands at."""
