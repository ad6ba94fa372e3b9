"""What the imports of spreadsheets have in common: choosing a file, the preview of its rows, the steps."""
