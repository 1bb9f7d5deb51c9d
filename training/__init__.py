"""All that makes the weights; the package never imports it."""
