"""``python -m flat_api.reference``; see ``--help``."""

import sys

from ._command import main

if __name__ == "__main__":
    sys.exit(main())
