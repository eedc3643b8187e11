"""Facts and catalogues come in; the chain of segments, products and firms goes out, and what it lacks."""
