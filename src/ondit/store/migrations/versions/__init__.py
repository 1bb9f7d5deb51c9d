"""One module a step; its SQL lies beside it, once for each database, and never changes again."""
