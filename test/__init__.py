"""The tests of flat_api, in modules of the same names."""
