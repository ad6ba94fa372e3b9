"""Tables as files that spreadsheet programs open."""
