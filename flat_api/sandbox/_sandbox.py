"""`Sandbox`, the API on this machine, and `serve`, which runs one until it is told to stop."""

from __future__ import annotations

import signal
import sys
import threading
import typing
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlencode

from ._allowed_hosts import Hosts
from ._app import BASE, SandboxApp
from ._canned import Canned
from ._database import MEMORY
from ._fault_grammar import Written
from ._faults import Faults
from ._oauth_grants import APPS, PUBLIC_APP, WEB_APP
from ._request_log import Received
from ._seeds import PUBLIC_SCORE, SCORE
from ._server import Server

if typing.TYPE_CHECKING:
    from types import TracebackType

    from ..client import Flat
    from ..oauth import OAuth


class Sandbox:
    """The whole API on a port of this machine, from its making to `close`, or to the end of a ``with`` statement::

        with Sandbox() as sandbox, sandbox.client() as flat:
            task = flat.scores.create_export_task(score=sandbox.score, revision="last", format="wav", body={})

    *host* and *port* are where it listens, port 0 being any that is free. *db* is a file that keeps what is changed;
    without it, each sandbox is a new one. *token* is the access token that requests need. *faults* go wrong on purpose,
    see `GRAMMAR`. *task_seconds* is how long an export takes. *hosts* are more names that lead to it, such as that of a
    container: requests for others are rejected. Whatever else `SandboxApp` accepts may be given, too.

    Finished files are served at another port, as the API has them at another host. Raises OSError where *port* is
    taken, StoreError for a *db* that is something else, FaultError for faults written wrongly.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        db: str = MEMORY,
        token: str = "sandbox",
        faults: Iterable[Written] | Written = (),
        task_seconds: float = 1.0,
        hosts: Iterable[str] = (),
        **options: typing.Any,
    ) -> None:
        self.app = SandboxApp(
            token=token, db=db, faults=faults, task_seconds=task_seconds, hosts=Hosts(host, hosts), **options
        )
        servers: list[Server] = []
        try:
            for number, app in ((port, self.app), (0, self.app.storage)):
                servers.append(Server(host, number, app))
        except BaseException:
            for server in servers:
                server.close()
            self.app.close()
            raise
        self._servers = servers
        self._closed = False
        self.app.storage_url = self.storage_url

    @property
    def url(self) -> str:
        """The base URL of the API: ``http://127.0.0.1:8080/v2``."""
        return self._servers[0].url + BASE

    @property
    def page_url(self) -> str:
        """The URL of the page that shows what is kept and asked, with the access token behind its ``#``."""
        return f"{self._servers[0].url}/#{urlencode({'token': self.token})}"

    @property
    def storage_url(self) -> str:
        """The base URL of finished files, which is another origin."""
        return self._servers[1].url

    @property
    def token(self) -> str:
        """The access token that requests need."""
        return self.app.token

    @property
    def score(self) -> str:
        """The identifier of the score that a new account has."""
        return SCORE

    @property
    def public_score(self) -> str:
        """The identifier of a score that belongs to somebody else, and that everybody may see."""
        return PUBLIC_SCORE

    @property
    def faults(self) -> Faults:
        """What goes wrong on purpose; `Faults.add` and `Faults.clear` change it."""
        return self.app.faults

    @property
    def requests(self) -> list[Received]:
        """The requests that came, with bodies and answers: the last 10,000 of them, or the last 64 MiB."""
        return self.app.records.all

    @property
    def storage_requests(self) -> list[Received]:
        """The requests for finished files."""
        return self.app.storage_records.all

    def answer(
        self,
        operation: str,
        body: typing.Any = None,
        *,
        times: int | None = 1,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer the next *times* calls of *operation*, its name in Python, with *body* as JSON; None means always.

        The requests are checked as others are, and nothing else is done; *body* is sent as it is, whether the model
        accepts it or not. *status* is that of the answer if it isn't the usual one. Raises ValueError where there is no
        such operation::

            sandbox.answer("get_task", {"id": "5b0f", "state": "error"})
        """
        self.app.canned.add(Canned(operation, body, times, status, headers or {}))

    def client(self, **options: typing.Any) -> Flat:
        """Return a client of the sandbox; *options* are those of `flat_api.Flat`."""
        from ..client import Flat

        given: dict[str, typing.Any] = {"host": self.url, "access_token": self.token, **options}
        return Flat(**given)

    def oauth(self, redirect_uri: str, *, is_public: bool = False) -> OAuth:
        """Return an app that the user of the sandbox can let in; one without a secret, if it *is_public*."""
        from ..oauth import OAuth

        app = PUBLIC_APP if is_public else WEB_APP
        return OAuth(app, APPS[app], redirect_uri, host=self.url)

    def decide(self, url: str, *, allow: bool = True) -> str:
        """Press a button of the consent page at *url*, as its user would; return the URL that the browser is sent to.

        Raises ValueError where there is no such button, because the app can't be let in.
        """
        import urllib3

        with urllib3.PoolManager() as pool:
            form = {"decision": "allow" if allow else "deny"}
            response = pool.request("POST", url, fields=form, encode_multipart=False, redirect=False)
        location = response.headers.get("Location")
        if location is None:
            raise ValueError(f"the page answers {response.status}: {response.data.decode(errors='replace')[:500]}")
        return location

    def close(self) -> None:
        """Stop listening, end the connections, close the database."""
        if not self._closed:
            self._closed = True
            self.app.stop()
            for server in self._servers:
                server.close()
            self.app.close()

    def __enter__(self) -> typing.Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.url}>"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def serve(
    *,
    started: Callable[[Sandbox], object] | None = None,
    say: Callable[[str], object] = _say,
    **options: typing.Any,
) -> None:
    """Run a `Sandbox` with these *options* until Ctrl-C, SIGTERM or SIGHUP; say where it listens and what the token is.

    *started* is called with it instead of saying anything. Raises what `Sandbox` raises.
    """
    stop = threading.Event()
    names = ("SIGINT", "SIGTERM", "SIGHUP") if threading.current_thread() is threading.main_thread() else ()
    known = [getattr(signal, name) for name in names if hasattr(signal, name)]
    # Whoever had one ignored, nohup or a shell's background job, wants it ignored.
    numbers = [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]

    def end(number: int, frame: object) -> None:
        stop.set()

    earlier = {number: signal.signal(number, end) for number in numbers}
    try:
        with Sandbox(**options) as sandbox:
            if started is None:
                say(f"The sandbox listens at {sandbox.url}")
                say(f"Access token: {sandbox.token}")
                say(f"Page for people: {sandbox.page_url}")
                say("Ctrl-C stops it.")
            else:
                started(sandbox)
            while not stop.wait(0.5):  # a wait without an end lets no signal in on Windows
                pass
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
