"""Results in the forms that other programs have standards for."""
