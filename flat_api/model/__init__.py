"""One module per component schema of the API."""
