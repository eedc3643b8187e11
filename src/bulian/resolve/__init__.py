"""Names come in, entities go out: who is who is decided here, reversibly, and no fact is touched."""
