"""Numbers from numbers, one question a file; pure, so that every later room may use it."""
