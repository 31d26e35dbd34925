"""For tools that still ask for a setup.py; everything else that it would say stands in setup.cfg."""

import sys

if sys.version_info < (3, 11):  # some versions of pip look for a way around python_requires until they are stopped
    sys.exit("flat-api-frozen needs Python 3.11 or newer; this is %s" % sys.version.split()[0])

from setuptools import setup

setup()
