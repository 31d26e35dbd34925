"""The page for people, as a browser shows it and as its requests are answered."""

from __future__ import annotations

import typing

import pytest

from flat_api.sandbox import Sandbox

from ..browsing import browser, started

if typing.TYPE_CHECKING:
    from selenium.webdriver import Chrome

__all__ = ["browser", "started"]

SECRET = "a-secret-password"


@pytest.fixture
def page(browser: Chrome, flat_sandbox: Sandbox) -> Chrome:
    """The page of the sandbox, opened as its URL says."""
    browser.get(flat_sandbox.page_url)
    return browser


def wait(browser: Chrome, selector: str, text: str = "") -> typing.Any:
    """The first element that *selector* finds and that has *text* in it, once it is there."""
    from selenium.webdriver.support.ui import WebDriverWait

    def found(_: Chrome) -> typing.Any:
        for element in browser.find_elements("css selector", selector):
            if text in element.get_attribute("textContent"):
                return element
        return False

    return WebDriverWait(browser, 30, ignored_exceptions=[Exception]).until(found)


def test_the_page_shows_what_is_kept(page, flat):
    """Kinds of things with their numbers, and titles in any script, also of what comes while it is open."""
    wait(page, "#kept", "Choir 6B")
    wait(page, "#kept", "Щедрик")
    flat.classes.create_class(body={"name": "<b>Brass</b> & משהו"})
    wait(page, "#kept li", "<b>Brass</b> & משהו")
    assert not page.find_elements("css selector", "#kept b")


def test_the_page_shows_requests_without_secrets(page, flat):
    """Requests are there with what was sent and answered; tokens, passwords and sharing keys are not."""
    user = {"username": "fang", "password": SECRET, "firstname": "芳"}
    made = flat.organizations.create_organization_user(body=user)
    token = flat.organizations.create_organization_user_access_token(user=made.id, body={"scopes": ["scores"]}).token
    wait(page, "#requests", "create_organization_user_access_token")
    shown = page.find_element("css selector", "#requests").get_attribute("textContent")
    assert "芳" in shown
    assert not [secret for secret in (SECRET, str(token), "Bearer sandbox") if secret in page.page_source]


@pytest.mark.flat_sandbox(task_seconds=3600)
def test_the_page_shows_tasks(page, flat, flat_sandbox):
    """A task that runs has its place."""
    task = flat.scores.create_export_task(score=flat_sandbox.score, revision="last", format="wav")
    assert "wav created" in wait(page, "#tasks", task.id).text


def test_faults_are_switched_on_and_off(page, flat_sandbox, plain):
    """What is typed goes wrong from then on, until it is switched off; what is no fault is told."""
    wait(page, "#kept", "class")
    wait(page, "#fault").send_keys("status=503:path=/me")
    page.find_element("css selector", "#add-fault button").click()
    wait(page, "#faults li", "status=503:path=/me")
    assert plain("GET", "/me").status == 503
    page.find_element("css selector", "#clear").click()
    wait(page, "#requests", "503")
    assert plain("GET", "/me").status == 200
    wait(page, "#fault").send_keys("nonsense")
    page.find_element("css selector", "#add-fault button").click()
    wait(page, "#problem", "nonsense")
    assert list(flat_sandbox.faults) == []


def test_without_the_token_the_page_asks_for_it(browser, flat_sandbox):
    """The address alone shows nothing; the token that is typed shows all."""
    browser.get(flat_sandbox.page_url.partition("#")[0])
    browser.execute_script("sessionStorage.clear()")
    browser.refresh()
    assert not browser.find_element("css selector", "main").is_displayed()
    wait(browser, "#sign-in")
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 30).until(lambda _: browser.find_element("css selector", "#token").is_displayed())
    browser.find_element("css selector", "#token").send_keys(flat_sandbox.token)
    browser.find_element("css selector", "#sign-in button").click()
    wait(browser, "#kept", "Choir 6B")


def test_the_api_can_be_tried(page, flat_sandbox):
    """Swagger UI lists the operations, and what is executed is signed with the token."""
    pytest.importorskip("swagger_ui_bundle")
    wait(page, "#kept", "class")
    page.get(flat_sandbox.page_url.partition("#")[0] + "sandbox/docs/")
    wait(page, ".opblock-tag")
    wait(page, ".opblock-tag[data-tag=Account]").click()
    wait(page, ".opblock-summary", "/me").click()
    wait(page, ".try-out__btn").click()
    wait(page, "button.execute").click()
    wait(page, ".responses-table.live-responses-table", "sandbox")
    assert flat_sandbox.requests[-1].operation == "get_authenticated_user"
    assert flat_sandbox.requests[-1].status == 200


@pytest.mark.parametrize("path", ["", "sandbox/page.js", "sandbox/page.css", "sandbox/docs/", "sandbox/docs.js"])
def test_files_of_the_page(plain, flat_sandbox, path):
    """They need no token, load nothing from elsewhere, and are in no other page's frame."""
    found = plain("GET", "", url=flat_sandbox.page_url.partition("#")[0] + path, token=None)
    assert found.status == 200
    assert "default-src 'self'" in found.headers["Content-Security-Policy"]
    assert b"https://" not in found.data
    assert flat_sandbox.requests == []


def test_what_the_page_tells_needs_the_token_of_the_sandbox(flat, flat_sandbox, plain):
    """No token, a wrong one, and one that was issued to a user tell nothing and change nothing."""
    state = flat_sandbox.page_url.partition("#")[0] + "sandbox/state"
    user = flat.organizations.list_organization_users(role=["user"], limit=1)[0].id
    issued = flat.organizations.create_organization_user_access_token(user=user, body={"scopes": ["scores"]}).token
    statuses = [plain("GET", "", url=state, token=token).status for token in (None, "wrong", str(issued), "sandbox")]
    assert statuses == [401, 401, 403, 200]
    faults = state.replace("state", "faults")
    assert plain("POST", "", {"fault": "reset"}, url=faults, token=None).status == 401
    assert list(flat_sandbox.faults) == []


@pytest.mark.parametrize("body", [b"", b"[", b"[]", b'{"fault": "nonsense"}', b"null"])
def test_wrong_faults_are_refused(flat_sandbox, plain, body):
    """They are an error, and nothing is switched on."""
    url = flat_sandbox.page_url.partition("#")[0] + "sandbox/faults"
    assert plain("POST", "", body, url=url).status in (400, 422)
    assert plain("PUT", "", body, url=url).status == 405
    assert list(flat_sandbox.faults) == []


def test_faults_leave_the_page_alone(flat_sandbox, plain):
    """A fault for everything neither strikes the page nor is used up by it."""
    flat_sandbox.faults.add("status=503:times=1")
    url = flat_sandbox.page_url.partition("#")[0]
    assert [plain("GET", "", url=url + path).status for path in ("", "sandbox/state", "sandbox/none")] == [
        200,
        200,
        404,
    ]
    assert plain("GET", "/me").status == 503


def test_bodies_of_forms_are_shown_without_codes():
    """What signs in is masked in forms as well; files are told by their size."""
    from flat_api.sandbox._web_page import _shown

    assert (
        _shown(b"grant_type=x&code=abc&refresh_token=def", is_form=True)
        == "grant_type=x&code=%2A%2A%2A&refresh_token=%2A%2A%2A"
    )
    assert _shown(b"\xff\x00" * 600) == "1,200 bytes"
    assert _shown(b"[" * 100_000) == "100,000 bytes"
