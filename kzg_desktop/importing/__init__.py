"""Reads the spreadsheets that agencies really send."""
