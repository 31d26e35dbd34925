"""Hosts: whose requests are answered."""

import socket

import pytest
import urllib3

from flat_api.sandbox import Sandbox, SandboxApp
from flat_api.sandbox._allowed_hosts import Hosts

OWN = ["localhost", "LOCALHOST:1", "localhost.", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[0:0::1]:99"]
OTHERS = [
    "example.org",
    "example.org:80",
    "127.0.0.1.example.org",
    "localhost.example.org",
    "127.0.0.2",
    "::1",
    "[::2]",
    "127.0.0.1:80:80",
    "127.0.0.1@example.org",
    "example.org#127.0.0.1",
    "127.0.0.1, example.org",
    "127.0.0.1:x",
    "",
    ":80",
    "x" * 60_000,
]


@pytest.mark.parametrize("host", OWN)
def test_own_names_are_answered(host):
    """The loopback by any of its names, and with any port, since ports are forwarded."""
    assert host in Hosts("127.0.0.1")
    assert host in Hosts("0.0.0.0")


@pytest.mark.parametrize("host", OTHERS)
def test_other_names_are_not(host):
    """Neither are names that only look like one of them."""
    assert host not in Hosts("127.0.0.1")


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_all_addresses_are_own_ones_where_it_listens_to_all(address):
    """An address can't be made to lead elsewhere; a name can, unless it is that of the machine."""
    hosts = Hosts(address)
    assert all(host in hosts for host in ("10.1.2.3:80", "[fe80::1]", socket.gethostname()))
    assert not any(host in hosts for host in ("example.org", "10.1.2.3.example.org", ""))


def test_names_may_be_added():
    """Those of containers, and of proxies in front."""
    hosts = Hosts("0.0.0.0", ["flat.test", "sandbox"])
    assert all(host in hosts for host in ("Flat.Test:8080", "sandbox"))
    assert "sandbox.example.org" not in hosts


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1@example.org", ""])
def test_requests_for_other_hosts_are_rejected(plain, host):
    """By the API and by the storage alike, before anything else is looked at, a fault among it."""
    headers = {"Host": host, "X-Sandbox-Fault": "delay=600"}
    assert plain.error("GET", "/me", headers=headers) == (400, "INVALID_HOST", "Host")
    assert plain("GET", "", headers=headers, url=plain.sandbox.storage_url).status == 400
    assert not plain.sandbox.requests[0].fault


def test_names_of_a_sandbox():
    """Sandbox(hosts=...) is answered by these names, and by its own."""
    with Sandbox(hosts=["flat.test"]) as sandbox, urllib3.PoolManager() as pool:
        for host, status in (("flat.test:99", 200), ("localhost", 200), ("flat.example", 400)):
            headers = {"Authorization": "Bearer sandbox", "Host": host}
            assert pool.request("GET", f"{sandbox.url}/me", headers=headers).status == status


def test_app_on_other_servers_answers_all():
    """A server that is told its names checks them itself."""
    from werkzeug.test import Client

    app = SandboxApp()
    headers = {"Host": "flat.test", "Authorization": "Bearer sandbox"}
    assert Client(app).get("/v2/me", headers=headers).status_code == 200
    app.close()
