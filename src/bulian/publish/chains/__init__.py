"""Answers about chains come in; plain rows with their evidence and the spreadsheets of a district go out."""
