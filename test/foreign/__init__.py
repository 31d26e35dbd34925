"""A package of another API, as the earlier generator printed it, on top of this runtime."""
