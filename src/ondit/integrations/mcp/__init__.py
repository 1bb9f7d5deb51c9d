"""Lets assistants look into an archive and read texts, by the Model Context Protocol."""
