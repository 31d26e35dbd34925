"""Writes the models of the pet shop into a directory, for reading: `python -m test.foreign DIRECTORY`."""

import pathlib
import sys

from .models import MODELS
from .printer import write_models

write_models(pathlib.Path(sys.argv[1]), "petshop", MODELS)
