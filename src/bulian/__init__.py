"""bulian (补链): an open industrial brain for one district."""

__version__ = "0.1.0"
