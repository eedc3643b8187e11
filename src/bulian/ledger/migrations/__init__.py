"""The schema, in numbered steps: file 0003_….sql takes a ledger from version 2 to version 3."""
