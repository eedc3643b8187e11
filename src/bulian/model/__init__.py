"""The nouns, frozen: what passes between rooms. Nothing in, values out."""
