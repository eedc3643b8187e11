"""What words mean, as data that an economist edits without Python."""
