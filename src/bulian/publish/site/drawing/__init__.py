"""Drawings as SVG, made at the server: every label that is a number is a link to where it comes from."""
