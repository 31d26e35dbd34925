"""For tools that still ask for a setup.py; everything it would say stands in setup.cfg."""

from setuptools import setup

setup()
