"""Finds who is meant, when it was, and through how many hands it came."""
