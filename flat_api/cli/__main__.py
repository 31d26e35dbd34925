"""``python -m flat_api.cli`` is ``flat-api``."""

import sys

from . import main

# Worker processes import this module too, under another name.
if __name__ == "__main__":
    sys.exit(main())
