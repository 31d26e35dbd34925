"""A real browser asks the user for consent, and comes back."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from flat_api.exceptions import OAuthError
from flat_api.oauth import sign_in
from flat_api.sandbox import Sandbox

from .conftest import REDIRECT, SCOPES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as running:
        yield running


def click(browser, name: str) -> str:
    """Press the button called *name*, and return the text of the page that the browser is sent to."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.expected_conditions import staleness_of
    from selenium.webdriver.support.wait import WebDriverWait

    button = browser.find_element(By.ID, name)
    button.click()
    WebDriverWait(browser, 30).until(staleness_of(button))
    return browser.find_element(By.TAG_NAME, "body").text


@pytest.mark.parametrize("decision", ["allow", "deny"])
def test_the_user_decides_in_the_browser(browser, sandbox, decision):
    """The page names the app and the scopes; afterwards the window can be closed."""
    opened = threading.Event()
    urls: list[str] = []

    def open_url(url: str) -> None:
        urls.append(url)
        opened.set()

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(sign_in, "sandbox", scopes=SCOPES, host=sandbox.url, open_url=open_url)
        assert opened.wait(30)
        browser.get(urls[0])
        page = browser.page_source
        assert all(scope in page for scope in ("sandbox", *SCOPES))
        assert "close this window" in click(browser, decision)
        if decision == "deny":
            assert isinstance(error := waiting.exception(30), OAuthError) and error.code == "access_denied"
            return
        token = waiting.result(30)
    with sandbox.client(access_token=token) as flat:
        assert flat.account.get_authenticated_user().username == "sandbox"


def test_an_app_that_is_not_known_is_not_sent_back_to(browser, sandbox):
    """The user is told, and whoever made the link up gets nothing (RFC 6749, 4.1.2.1)."""
    url = sandbox.oauth(REDIRECT).authorization_url(SCOPES).url.replace("client_id=sandbox-web", "client_id=<b>x</b>")
    browser.get(url)
    assert browser.current_url.startswith(sandbox.url.removesuffix("/v2"))
    assert "invalid_request" in browser.page_source
