"""``python -m flat_api`` is ``flat-api``, the command line."""

import sys

from .cli import main

# Worker processes import this module too, under another name.
if __name__ == "__main__":
    sys.exit(main())
