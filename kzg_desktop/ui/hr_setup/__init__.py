"""What an employer's HR sets up for itself: message templates and the rules of its desk."""
