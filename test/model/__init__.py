"""The tests of the models."""
