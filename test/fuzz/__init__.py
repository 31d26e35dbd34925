"""Fuzzers: laws that are tried with invented input for as long as one likes.

    python -m test.fuzz --seconds 60

Each module has one fuzzer, a `Fuzzer` called ``FUZZER``; `__main__` runs them side by side.
"""
