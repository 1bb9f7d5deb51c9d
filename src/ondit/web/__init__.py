"""Shows an archive in a browser and as an API, for people who would rather look than type."""
