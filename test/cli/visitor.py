"""What stands for a browser: opens the page at an address, presses a button, and follows where it leads.

python visitor.py allow|deny|leave|chromium URL
"""

import sys
import urllib.parse
import urllib.request


def visit(decision, url):
    if decision == "leave":
        return
    if decision == "chromium":
        from selenium.webdriver.common.by import By
        from selenium.webdriver.support.expected_conditions import url_contains
        from selenium.webdriver.support.wait import WebDriverWait

        from test.browsing import started

        with started() as browser:
            browser.get(url)
            browser.find_element(By.ID, "allow").click()
            WebDriverWait(browser, 30).until(url_contains("/callback?"))
        return
    form = urllib.parse.urlencode({"decision": decision}).encode()
    with urllib.request.urlopen(url, form, timeout=30) as response:
        response.read()


if __name__ == "__main__":
    visit(sys.argv[1], sys.argv[2])
