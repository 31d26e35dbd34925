"""A keyring for tests, which keeps its entries in the JSON file that a variable of the environment names."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

VARIABLE = "KEYRING_OF_TESTS"


class JsonKeyring(KeyringBackend):
    """Works, unless the file is not there: then it is locked."""

    priority = 1

    def _entries(self):
        path = Path(os.environ[VARIABLE])
        if not path.exists():
            raise KeyringLocked
        return path, json.loads(path.read_text("utf-8"))

    def get_password(self, service, username):
        return self._entries()[1].get(f"{service}/{username}")

    def set_password(self, service, username, password):
        path, entries = self._entries()
        path.write_text(json.dumps({**entries, f"{service}/{username}": password}), "utf-8")

    def delete_password(self, service, username):
        path, entries = self._entries()
        if entries.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError
        path.write_text(json.dumps(entries), "utf-8")
