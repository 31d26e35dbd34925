"""Where requests go and whom they trust: redirects, certificates, proxies, and processes that fork."""

import base64
import os
import socket
import ssl
import warnings
from contextlib import contextmanager

import pytest
import trustme
import urllib3

from flat_api._signing import Signing
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiConnectionError, ApiException, ApiResponseError, ApiTimeoutError, ApiValueError
from flat_api.rest import RESTClientObject, RetryPolicy

from .faults import CLOSE, Drip, FaultyServer, StartTLS, answer
from .transports import client_of

pytestmark = pytest.mark.usefixtures("each_transport")

FINE = answer(body=b"fine")
TOKEN = "secret-token"


@pytest.fixture(scope="module")
def authority():
    """A certificate authority that nobody else trusts."""
    return trustme.CA()


@pytest.fixture(scope="module")
def tls(authority):
    """How a server at 127.0.0.1 and localhost proves that it is there."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context


@pytest.fixture(scope="module")
def authority_file(authority, tmp_path_factory):
    path = tmp_path_factory.mktemp("tls") / "authority.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


def configured(url, **others):
    configuration = Configuration(url, access_token=TOKEN)
    configuration.retries = RetryPolicy(wait=lambda seconds: None)
    for name, value in others.items():
        setattr(configuration, name, value)
    return configuration


@contextmanager
def client(url, **others):
    with client_of(configured(url, **others), cookie="session=1") as made:
        yield made


def made_of(configuration):
    """Make a client of *configuration*, to see it rejected."""
    with client_of(configuration):
        pass


def redirect(status, location):
    return answer(f"{status} Elsewhere", b"go on", f"Location: {location}")


class TestRedirects:
    """They are followed, and what is secret stays with the API."""

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    @pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "POST"])
    @pytest.mark.parametrize("place", ["same host", "other host", "other port", "downgrade", "upgrade"])
    def test_secrets_go_to_the_origin_only(self, place, method, status, tls, authority_file):
        """Scheme, host and port make the origin. 303 asks by GET and without the body; the others repeat the call."""
        here, there = (FaultyServer((), tls if secure else None) for secure in SECURE[place])
        with here, there:
            target = here if place in ("same host", "other host") else there
            url = target.url.replace("127.0.0.1", "localhost") if place == "other host" else target.url
            here.answers = (redirect(status, f"{url}/new?a=b"), FINE)
            there.answers = (FINE,)
            with client(here.url, ssl_ca_cert=authority_file) as made:
                body = b"data" if method in ("PUT", "POST") else None
                got = made.call_api("/old", method, {"X-Mine": "1"}, body=body, auth_settings=["OAuth2"])
                assert got.status == 200
            assert here.settles(0)
            first, second = here.requests + there.requests
            assert first.headers("authorization") == [f"Bearer {TOKEN}"]
            assert first.headers("cookie") == ["session=1"]
            is_home = place == "same host"
            assert second.headers("authorization") == ([f"Bearer {TOKEN}"] if is_home else [])
            assert second.headers("cookie") == (["session=1"] if is_home else [])
            assert second.headers("x-mine") == ["1"]
            assert second.target == b"/new?a=b"
            assert second.method == ("GET" if status == 303 else method)
            assert second.body == (b"" if status == 303 else body or b"")

    @pytest.mark.parametrize("retries", [None, 2, urllib3.Retry(3)])
    @pytest.mark.parametrize("is_home", [True, False])
    def test_default_headers_go_to_the_origin_only(self, is_home, retries, monkeypatch):
        """They may be keys, and so may other headers that sign: no redirect takes them elsewhere."""

        def sign(self, headers, *args):
            headers["X-Signature"] = "signature"

        monkeypatch.setattr(Signing, "update_params_for_auth", sign)
        with FaultyServer() as here, FaultyServer((FINE,)) as there:
            here.answers = (redirect(307, f"{here.url if is_home else there.url}/new"), FINE)
            with client_of(configured(here.url, retries=retries), "X-Key", "key") as made:
                made.default_headers["X-Other"] = "other"
                made.call_api("/old", "GET", {"X-Mine": "1"})
                agent = made.user_agent
        first, second = here.requests + there.requests
        for name in ("key", "other", "signature"):
            assert first.headers(f"x-{name}") == [name]
            assert second.headers(f"x-{name}") == ([name] if is_home else [])
        assert (second.headers("x-mine"), second.headers("user-agent")) == (["1"], [agent])

    def test_a_way_back_brings_no_secret_back(self):
        """What has been to another origin may not be what the API meant any more."""
        with FaultyServer() as here, FaultyServer() as there:
            here.answers = (redirect(307, there.url), FINE)
            there.answers = (redirect(307, f"{here.url}/home"),)
            with client(here.url) as made:
                assert made.call_api("/", "GET", auth_settings=["OAuth2"]).data == b"fine"
            assert [request.headers("authorization") for request in here.requests] == [[f"Bearer {TOKEN}"], []]

    @pytest.mark.parametrize("location", ["/new", "new", "?a=b", "//{netloc}/new", ""])
    def test_relative_targets(self, location):
        with FaultyServer() as here, client(here.url) as made:
            here.answers = (redirect(302, location.format(netloc=here.url.partition("//")[2])), FINE)
            response = made.call_api("/old", "GET", auth_settings=["OAuth2"])
            assert response.status == (302 if location == "" else 200)
            assert all(request.headers("authorization") for request in here.requests)

    @pytest.mark.parametrize(
        ("location", "target"),
        [
            ("/v2/tasks/ö".encode(), b"/v2/tasks/%C3%B6"),
            (b"/v2/tasks/\xf6", b"/v2/tasks/%F6"),
            (b"/v2/tasks/%C3%B6?a=\xc3\xb6", b"/v2/tasks/%C3%B6?a=%C3%B6"),
        ],
    )
    def test_bytes_of_a_target_stay_what_they_are(self, location, target):
        """Those that no URL can have are escaped one by one, whatever they are meant to be."""
        head = b"HTTP/1.1 302 Go\r\nContent-Length: 0\r\nLocation: %b\r\n\r\n" % location
        with FaultyServer((head, FINE)) as here, client(here.url) as made:
            made.call_api("/old", "GET")
            assert here.requests[1].target == target

    @pytest.mark.parametrize("method", ["GET", "POST"])
    @pytest.mark.parametrize("stream", [False, True])
    def test_rings_end(self, method, stream):
        """After five redirects the next one is an error, which has the answer and where it leads to."""
        with FaultyServer() as here, client(here.url) as made:
            here.answers = (redirect(302, "/again"),)
            with pytest.raises(ApiResponseError, match="still a redirect after 5") as caught:
                made.call_api("/", method, stream=stream)
            assert len(here.requests) == 6
            assert here.connections == 1
            assert caught.value.status == 302
            assert caught.value.headers["location"] == "/again"
            assert caught.value.body == b"go on"

    @pytest.mark.parametrize(
        "location",
        ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "http://[", "http://a:b:c/"],
    )
    def test_targets_that_are_none(self, location):
        """Only http and https are gone to, and what is no URL is an error of this package."""
        with FaultyServer() as here, client(here.url) as made:
            here.answers = (redirect(302, location),)
            with pytest.raises(ApiException):
                made.call_api("/", "GET")
            assert len(here.requests) == 1

    def test_that_nobody_follows_are_answers(self):
        """With no redirects in the policy, the answer is the redirect."""
        with FaultyServer() as here, client(here.url, retries=RetryPolicy(redirect=0)) as made:
            here.answers = (redirect(302, "/again"),)
            assert made.call_api("/", "GET").status == 302
            assert len(here.requests) == 1


SECURE = {
    "same host": (False, False),
    "other host": (False, False),
    "other port": (False, False),
    "downgrade": (True, False),
    "upgrade": (False, True),
}
"""Whether the server that redirects is reached by https, and whether the other one is."""


class TestCertificates:
    """Servers prove who they are, and clients where they are asked to."""

    def test_of_a_trusted_authority(self, tls, authority_file):
        with FaultyServer((FINE,), tls) as server, client(server.url, ssl_ca_cert=authority_file) as made:
            assert made.call_api("/", "GET").data == b"fine"
            assert made.call_api("/", "GET").data == b"fine"
            assert server.connections == 1

    @pytest.mark.parametrize("method", ["GET", "POST"])
    def test_of_an_unknown_authority(self, tls, method):
        """Nothing is sent, and it isn't tried again: who lies once lies twice."""
        with FaultyServer((FINE,), tls) as server, client(server.url) as made:
            with pytest.raises(ApiConnectionError, match="CERTIFICATE_VERIFY_FAILED") as caught:
                made.call_api("/", method, auth_settings=["OAuth2"])
            assert isinstance(caught.value.__cause__, Exception)
            assert server.settles(0)
            assert (server.connections, server.requests) == (1, [])

    def test_for_another_host(self, authority, authority_file):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("example.org").configure_cert(context)
        with FaultyServer((FINE,), context) as server:
            with client(server.url, ssl_ca_cert=authority_file) as made, pytest.raises(ApiConnectionError):
                made.call_api("/", "GET")
            for right in ({"assert_hostname": "example.org"}, {"tls_server_name": "example.org"}):
                with client(server.url, ssl_ca_cert=authority_file, **right) as made:
                    assert made.call_api("/", "GET").data == b"fine"

    def test_that_nobody_checks(self, tls):
        """`verify_ssl = False` takes any, and urllib3 warns of it."""
        with (
            FaultyServer((FINE,), tls) as server,
            client(server.url, verify_ssl=False) as made,
            pytest.warns(Warning, match="Unverified HTTPS request"),
        ):
            assert made.call_api("/", "GET").data == b"fine"

    def test_of_clients(self, authority, authority_file, tmp_path):
        """A server that asks for a certificate gets that of the configuration."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        authority.configure_trust(context)
        context.verify_mode = ssl.CERT_REQUIRED
        mine = authority.issue_cert("me@example.org")
        mine.cert_chain_pems[0].write_to_path(tmp_path / "mine.pem")
        mine.private_key_pem.write_to_path(tmp_path / "mine.key")
        files = {"cert_file": str(tmp_path / "mine.pem"), "key_file": str(tmp_path / "mine.key")}
        with FaultyServer((FINE,), context) as server:
            with client(server.url, ssl_ca_cert=authority_file, **files) as made:
                assert made.call_api("/", "GET").data == b"fine"
            with client(server.url, ssl_ca_cert=authority_file) as made, pytest.raises(ApiConnectionError):
                made.call_api("/", "GET")

    @pytest.mark.parametrize("name", ["ssl_ca_cert", "cert_file", "key_file"])
    def test_that_are_missing(self, name, tmp_path):
        """A file that isn't there is told by the setting that names it, before anything is sent."""
        with pytest.raises(ApiValueError, match=rf"Configuration\.{name}: there is no file '.*nowhere"):
            made_of(configured("https://127.0.0.1", **{name: str(tmp_path / "nowhere")}))

    @pytest.mark.parametrize("name", ["ssl_ca_cert", "cert_file", "key_file"])
    def test_that_are_folders_or_can_not_be_read(self, name, tmp_path, monkeypatch):
        """They are told as early."""
        with pytest.raises(ApiValueError, match=rf"Configuration\.{name}: expected a file of certificates"):
            made_of(configured("https://127.0.0.1", **{name: str(tmp_path)}))
        (tmp_path / "locked").touch()
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        with pytest.raises(ApiValueError, match=rf"Configuration\.{name}: .* can't be read"):
            made_of(configured("https://127.0.0.1", **{name: str(tmp_path / "locked")}))

    def test_may_be_in_the_home_folder(self, tls, tmp_path, authority, monkeypatch):
        monkeypatch.setenv("HOME", str(tmp_path))
        authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        with FaultyServer((FINE,), tls) as server, client(server.url, ssl_ca_cert="~/ca.pem") as made:
            assert made.call_api("/", "GET").data == b"fine"

    def test_may_be_given_as_paths(self, tls, tmp_path, authority):
        authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        with FaultyServer((FINE,), tls) as server, client(server.url, ssl_ca_cert=tmp_path / "ca.pem") as made:
            assert made.call_api("/", "GET").data == b"fine"


def proxy_to(server):
    """What an HTTP proxy answers that asks *server* itself for everything."""
    rest = RESTClientObject(Configuration(server.url))

    def script(request):
        got = rest.request(request.method, request.target.decode())
        return (answer(body=b"proxied " + got.data),)

    script.close = rest.close
    return script


class TestProxies:
    """Requests go through a proxy, except to the hosts in `no_proxy`."""

    @pytest.mark.parametrize(
        ("login", "headers", "sent"),
        [
            ("", None, []),
            ("me:pa%2Fss@", None, ["Basic bWU6cGEvc3M="]),
            ("", {"Proxy-Authorization": "Basic eA=="}, ["Basic eA=="]),
            ("me:pass@", {"Proxy-Authorization": "Basic eA=="}, ["Basic eA=="]),
        ],
    )
    def test_forward_http(self, login, headers, sent):
        """The proxy is told the whole URL, and the login in its own URL or in `proxy_headers`."""
        with FaultyServer((FINE,)) as server, FaultyServer() as proxy:
            script = proxy_to(server)
            proxy.answers = (script,)
            url = proxy.url.replace("://", f"://{login}")
            with client(server.url, proxy=url, proxy_headers=headers) as made:
                assert made.call_api("/a?b=c", "GET").data == b"proxied fine"
                assert made.call_api("/a?b=c", "GET").data == b"proxied fine"
            script.close()
            assert proxy.connections == 1
            assert proxy.requests[0].target == f"{server.url}/a?b=c".encode()
            assert proxy.requests[0].headers("proxy-authorization") == sent
            assert server.requests[0].headers("proxy-authorization") == []

    def test_tunnel_https(self, tls, authority_file):
        """Inside the tunnel it is the API that the client talks to, and whose certificate counts."""
        with FaultyServer(((b"HTTP/1.1 200 OK\r\n\r\n", StartTLS(tls)), FINE)) as proxy:
            with client("https://localhost:1234", proxy=proxy.url, ssl_ca_cert=authority_file) as made:
                for _ in range(2):
                    assert made.call_api("/a", "GET", auth_settings=["OAuth2"], timeout=30).data == b"fine"
            assert [request.target for request in proxy.requests] == [b"localhost:1234", b"/a", b"/a"]
            assert [bool(request.headers("authorization")) for request in proxy.requests] == [False, True, True]
            assert proxy.connections == 1

    @pytest.mark.parametrize("timeout", [0.4, (0.4, 60)])
    def test_that_take_too_long_to_tunnel(self, timeout):
        """Their answer belongs to the time for connecting, however often a drop of it comes."""
        with FaultyServer(((Drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 9, 0.1), CLOSE),)) as proxy:
            options = {"retries": RetryPolicy(0), "proxy": proxy.url}
            with client("https://api.example.org/v2", **options) as made, pytest.raises(ApiTimeoutError):
                made.call_api("/a", "GET", timeout=timeout)

    def test_that_refuse_to_tunnel(self):
        """Of a call by https the proxy sees the host and the port, and nothing that is secret."""
        with FaultyServer(((answer("403 Not through me"), CLOSE),)) as proxy:
            with client("https://api.example.org/v2", proxy=proxy.url.replace("//", "//me:pass@")) as made:
                with pytest.raises(ApiConnectionError, match="ProxyError") as caught:
                    made.call_api("/a?b=c", "GET", auth_settings=["OAuth2"])
                assert "pass" not in str(caught.value)
            assert [(request.method, request.target) for request in proxy.requests] == [
                ("CONNECT", b"api.example.org:443")
            ]
            assert proxy.requests[0].headers("proxy-authorization") == ["Basic bWU6cGFzcw=="]
            assert proxy.requests[0].headers("authorization") == []

    def test_take_a_login_in_utf_8(self):
        """As browsers write it (RFC 7617, 2.1), escaped in the URL or not."""
        for login in ("me:\u017c\xf3\u0142\u0107", "me:%C5%BC%C3%B3%C5%82%C4%87"):
            with FaultyServer((FINE,)) as proxy:
                with client("http://api.example.org", proxy=proxy.url.replace("://", f"://{login}@")) as made:
                    made.call_api("/", "GET")
                (sent,) = proxy.requests[0].headers("proxy-authorization")
            assert base64.b64decode(sent.removeprefix("Basic ")) == "me:\u017c\xf3\u0142\u0107".encode()

    @pytest.mark.parametrize("hosts", ["127.0.0.1", "example.org, 127.0.0.1", "*", ".0.0.1", "127.0.0.1:{port}"])
    def test_are_left_out(self, hosts):
        with FaultyServer((FINE,)) as server, FaultyServer() as proxy:
            with client(server.url, proxy=proxy.url, no_proxy=hosts.format(port=server.port)) as made:
                assert made.call_api("/", "GET").data == b"fine"
            assert server.settles(0)
            assert proxy.requests == []

    @pytest.mark.parametrize("hosts", ["", "example.org", "7.0.0.1", "127.0.0.1:1", "127.0.0.1.example.org", ","])
    def test_are_not_left_out_for_others(self, hosts):
        with FaultyServer((FINE,)) as server, FaultyServer((FINE,)) as proxy:
            with client(server.url, proxy=proxy.url, no_proxy=hosts) as made:
                made.call_api("/", "GET")
            assert (len(server.requests), len(proxy.requests)) == (0, 1)

    def test_are_left_out_for_ipv6(self):
        """A loopback address in brackets is the one without."""
        try:
            listener = socket.create_server(("::1", 0), family=socket.AF_INET6)
        except OSError:
            pytest.skip("this system has no IPv6")
        server = FaultyServer((FINE,))
        server.listener.close()
        server.listener, server.port = listener, listener.getsockname()[1]
        with server, FaultyServer() as proxy:
            url = f"http://[::1]:{server.port}"
            with client(url, proxy=proxy.url, no_proxy="localhost,127.0.0.1,::1") as made:
                assert made.call_api("/", "GET", auth_settings=["OAuth2"]).data == b"fine"
            assert proxy.requests == []

    @pytest.mark.parametrize(
        "proxy", ["socks5://me:hunter2@proxy", "http://me:hun/ter2@proxy:x", "http://me:hunter2@["]
    )
    def test_that_are_none_are_refused(self, proxy):
        """The sentence does not repeat the URL, which has a password in it."""
        with pytest.raises(ApiValueError, match=r"Configuration\.proxy is not") as caught:
            made_of(configured("http://127.0.0.1", proxy=proxy))
        assert "ter2" not in str(caught.value)
        assert caught.value.__context__ is None


@pytest.mark.of_urllib3("an event loop does not outlive a fork")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_has_connections_of_its_own():
    """Two processes on one connection would read each other's answers."""
    with FaultyServer((lambda request: (answer(body=request.target),),)) as server, client(server.url) as made:
        assert made.call_api("/before", "GET").data == b"/before"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside the server's threads
            child = os.fork()
        if child == 0:
            data = made.call_api("/child", "GET").data
            later = made.call_api("/pool", "GET", async_req=True).get(10).data
            os._exit(0 if (data, later) == (b"/child", b"/pool") else 1)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert made.call_api("/after", "GET").data == b"/after"
        connections = {request.target: request.connection for request in server.requests}
        assert connections[b"/before"] == connections[b"/after"]
        assert connections[b"/child"] != connections[b"/before"]


def test_only_urls_with_a_host_are_gone_to():
    """A host that is none is an error that doesn't repeat it, since there may be a password in it."""
    for host in ("http://me:hun/ter2@host", "http://me:hunter2@[", "ftp://me:hunter2@host", "http://"):
        with client(host) as made, pytest.raises(ApiConnectionError) as caught:
            made.rest_client.request("GET", f"{host}/tasks?sharingKey=hunter2")
        assert "ter2" not in str(caught.value)
        assert caught.value.__cause__ is None
