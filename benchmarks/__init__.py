"""How good and how fast Ondit is, beside its peers."""
