"""A real browser, Chromium without a window; where there is none, tests that ask for one are skipped.

def test_something(browser):
    browser.get(url)
"""

from __future__ import annotations

import shutil
import typing
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

if typing.TYPE_CHECKING:
    from selenium.webdriver import Chrome

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRIVERS = ("chromedriver", "chromium.chromedriver")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # which can't be had as root, as in a container
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1000,800",
)


def found(names: tuple[str, ...]) -> str | None:
    """The path of the first program of *names* that is installed."""
    return next(filter(None, map(shutil.which, names)), None)


@contextmanager
def started() -> Iterator[Chrome]:
    """A browser that ends with the block. Skips the test where there is none."""
    binary, driver = found(BROWSERS), found(DRIVERS)
    if binary is None or driver is None:
        pytest.skip("no Chromium with its driver here")
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = binary
    for argument in ARGUMENTS:
        options.add_argument(argument)
    running = Chrome(options, ChromeService(driver))
    try:
        running.set_page_load_timeout(30)
        yield running
    finally:
        running.quit()


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    """A browser for the tests of a module."""
    with started() as running:
        yield running
