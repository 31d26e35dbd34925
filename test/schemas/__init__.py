"""The tests of the model runtime, in modules of the same names."""
