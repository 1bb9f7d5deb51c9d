"""From documents to claims: what is the same, who has it from whom, what was changed."""
