"""What of the guides is not run as a whole."""

# Each of its sections needs another library: test/test_other_libraries.py runs them one by one.
collect_ignore = ["other-libraries.md"]
