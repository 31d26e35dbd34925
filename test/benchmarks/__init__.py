"""What a Task costs here and in pydantic, msgspec and cattrs: `python -m test.benchmarks`."""

from importlib.util import find_spec

NEEDED = ("cattrs", "msgspec", "pydantic", "rich")
MISSING = tuple(name for name in NEEDED if find_spec(name) is None)
INSTALL = f"the benchmarks need {', '.join(MISSING)}: pip install 'flat-api-frozen[bench]'"
