"""Headers of answers: whatever a server says in them, a call ends with a value or with an error of the package."""

from __future__ import annotations

import typing

from hypothesis import strategies as st

from ..faults import CLOSE
from .calling import CALLS, Caller, calling
from .mutating import mutated
from .running import Fuzzer

_GOOD: dict[str, tuple[bytes, ...]] = {
    "Content-Type": (b"application/json; charset=utf-8", b"audio/mp3", b"text/csv", b"multipart/form-data; boundary=x"),
    "Content-Disposition": (b'attachment; filename="a \\" b.mp3"; filename*=UTF-8\'\'%e2%82%ac.mp3', b"inline"),
    "Content-Encoding": (b"gzip", b"br", b"gzip, deflate", b"identity"),
    "Link": (b'</v2/collections?next=a%20b>; rel="next", <http://x/?previous=1>; rel=previous',),
    "Retry-After": (b"0", b"Wed, 21 Oct 2015 07:28:00 GMT"),
    "X-RateLimit-Reset": (b"0", b"1700000000"),
    "X-RateLimit-Remaining": (b"0", b"59"),
    "ETag": (b'"v1"', b'W/"v1"'),
    "Last-Modified": (b"Wed, 21 Oct 2015 07:28:00 GMT",),
    "Content-Range": (b"bytes 0-1/2", b"bytes */2"),
    "Location": (b"/v2/tasks/x", b"//host/path", b"http://[::1/"),
    "Set-Cookie": (b"a=b; Path=/; HttpOnly",),
}


@st.composite
def heads(draw: typing.Callable[[st.SearchStrategy[typing.Any]], typing.Any]) -> list[bytes]:
    """A few header lines, each near a good one."""
    names = draw(st.lists(st.sampled_from(sorted(_GOOD)), max_size=4))
    found = []
    for name in names:
        value = draw(mutated(st.sampled_from(_GOOD[name])))
        found.append(name.encode() + b": " + value.replace(b"\r", b"").replace(b"\n", b""))
    return found


cases = st.tuples(
    st.sampled_from(CALLS),
    st.sampled_from([200, 200, 200, 206, 304, 307, 400, 401, 403, 404, 416, 429, 500, 503]),
    heads(),
    st.sampled_from([b"{}", b"[]", b"RIFF", b"", b'{"code": "x", "message": "y"}']),
)


def check(caller: Caller, case: tuple[str, int, list[bytes], bytes]) -> None:
    """Send the head as it was invented, with a length that is right."""
    which, status, head, body = case
    lines = [b"HTTP/1.1 %d x" % status, b"Content-Length: %d" % len(body), *head]
    caller.script = (b"\r\n".join(lines) + b"\r\n\r\n" + body, CLOSE)
    caller.call(which)


FUZZER = Fuzzer(cases, check, calling)
