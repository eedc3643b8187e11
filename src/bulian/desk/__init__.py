"""The desk: what people enter by hand or from their own tables, each row with owner, date and source."""
