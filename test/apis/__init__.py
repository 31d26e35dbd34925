"""The classes of operations, and what their declarations and import paths promise."""
