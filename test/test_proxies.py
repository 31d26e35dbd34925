"""Which hosts are gone to without the proxy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api._proxies import is_bypassed

DIRECT = [
    ("http://[::1]:8080", "localhost,127.0.0.1,::1"),
    ("http://[::1]:8080", "[::1]"),
    ("http://[::1]:8080", "[::1]:8080"),
    ("http://[0:0:0:0:0:0:0:1]", "::1"),
    ("http://[fd12::5]", "fd00::/8"),
    ("http://[fd12::5]", "[fd00::]/8"),
    ("http://[::ffff:10.1.2.3]", "10.0.0.0/8"),
    ("http://10.1.2.3", "10.0.0.0/8"),
    ("http://10.1.2.3", "10.9.9.9/8"),
    ("http://10.1.2.3:81", "10.1.2.3"),
    ("http://10.1.2.3:81", "10.1.2.3:81"),
    ("http://api.example.org", "example.org"),
    ("http://api.example.org", ".example.org"),
    ("http://api.example.org", "*.example.org"),
    ("http://API.Example.ORG", "api.EXAMPLE.org"),
    ("http://api.example.org.", "example.org"),
    ("http://api.example.org", "example.org."),
    ("https://api.example.org", "example.org:443"),
    ("http://api.example.org", "example.com example.org"),
    ("http://api.example.org", " , example.com ,example.org, "),
    ("http://anything", "*"),
]
PROXIED = [
    ("http://[::1]:8080", "localhost,127.0.0.1"),
    ("http://[::1]:8080", "[::1]:8081"),
    ("http://[::1]:8080", "::2,::/128"),
    ("http://11.1.2.3", "10.0.0.0/8"),
    ("http://10.1.2.3", "fd00::/8"),
    ("http://10.1.2.3", "10.1.2"),
    ("http://110.1.2.3", "10.1.2.3"),
    ("http://badexample.org", "example.org"),
    ("http://example.org.evil.net", "example.org"),
    ("https://api.example.org", "example.org:80"),
    ("http://api.example.org", ""),
    ("http://api.example.org", " , ,"),
    ("http://api.example.org", "10.0.0.0/8"),
]


@pytest.mark.parametrize(("url", "no_proxy"), DIRECT)
def test_hosts_that_are_listed_are_gone_to_directly(url, no_proxy):
    """By name, domain, address or block of addresses, whatever their case and with a dot at the end or without."""
    assert is_bypassed(url, no_proxy)


@pytest.mark.parametrize(("url", "no_proxy"), PROXIED)
def test_other_hosts_are_gone_to_through_the_proxy(url, no_proxy):
    assert not is_bypassed(url, no_proxy)


@given(st.text(st.characters(codec="ascii")) | st.text(".,:*[]/%0123456789abcdef "))
def test_any_list_is_read(no_proxy):
    """What can't be read of it lists nothing."""
    for url in ("http://api.example.org", "http://10.1.2.3:80", "http://[::1]"):
        assert is_bypassed(url, no_proxy) in (True, False)
