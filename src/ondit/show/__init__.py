"""Shows readings: as a listing, as JSON lines, as a page."""
