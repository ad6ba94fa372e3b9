"""What is handed out of a review, as pure data: pages for a PDF, sheets for a spreadsheet, text to copy."""
