"""Files of scores: what an upload may be, and what an export gives."""
