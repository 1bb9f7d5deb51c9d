"""Finds who said what in one article."""
