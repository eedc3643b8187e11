"""Matching of money as rows and as a workbook."""
