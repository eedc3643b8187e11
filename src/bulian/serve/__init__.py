"""Pages over HTTP, on this computer alone: the same strings as the export, and what people judge comes in."""
