"""The steps from each version of the archive's tables to the next."""

HEAD = "0003"
"""The last step; an archive that has it needs no other."""
