"""Documents of a review: painted, shown beforehand, saved."""
