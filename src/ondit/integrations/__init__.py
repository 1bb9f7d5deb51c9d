"""Ondit in the programs that people use already: each an extra that installs what it needs."""
