"""`flat-api login`, `logout`, `whoami`, and what the other commands make of them."""

import json
import os
import re
import shlex
import socket
import stat
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from flat_api.sandbox import Sandbox

from .. import browsing
from .json_keyring import VARIABLE
from .running import browser, read_all, run, start_on_terminal, wait_until

BACKEND = "test.cli.json_keyring.JsonKeyring"


class Home:
    """A user on a machine, with a folder for settings, and with a keyring if there is one."""

    def __init__(self, path, sandbox):
        self.path = path
        self.sandbox = sandbox
        self.variables = {"XDG_CONFIG_HOME": str(path / "config"), "HOME": str(path)}

    def with_keyring(self):
        ring = self.path / "keyring.json"
        ring.write_text("{}")
        self.variables |= {"PYTHON_KEYRING_BACKEND": BACKEND, VARIABLE: str(ring)}
        return ring

    def __call__(self, *arguments, **options):
        return run(*arguments, cwd=self.path, **{**self.variables, **options})

    def login(self, *arguments, decision="allow", **options):
        host = ("--host", self.sandbox.url)
        return self("login", "--client-id", "sandbox", *host, *arguments, **{**browser(decision), **options})

    def keep(self, token="sandbox", *arguments):
        """Sign in with a token that is typed."""
        return self("login", "--token", "--host", self.sandbox.url, *arguments, stdin=token)

    @property
    def file(self):
        return self.path / "config" / "flat-api" / "default.json"


@pytest.fixture
def home(tmp_path, sandbox):
    return Home(tmp_path, sandbox)


def test_signing_in_with_a_browser_signs_the_other_commands(home):
    """Also at the host that was signed in to, without saying it again."""
    done = home.login()
    assert (done.returncode, done.stdout) == (0, f"Signed in as sandbox; the profile default is kept in {home.file}.\n")
    assert "/auth/oauth?" in done.stderr
    assert "sandbox" in home("me").stdout
    shown = json.loads(home("whoami", "--json").stdout)
    assert (shown["username"], shown["host"], shown["token_from"]) == ("sandbox", home.sandbox.url, "profile default")
    assert shown["scopes"] == ["account.public_profile", "scores", "collections", "tasks.readonly"]
    assert shown["kept_in"] == str(home.file)


@pytest.mark.slow
@pytest.mark.skipif(not browsing.found(browsing.DRIVERS), reason="no Chromium with its driver here")
def test_a_real_browser_signs_in(home):
    """It shows the page, and comes back to the command."""
    done = home.login(decision="chromium")
    assert (done.returncode, done.stdout.partition(";")[0]) == (0, "Signed in as sandbox")


def test_a_file_can_be_read_by_its_owner_only(home):
    """Whatever the umask lets others do."""
    earlier = os.umask(0)
    try:
        home.keep()
    finally:
        os.umask(earlier)
    assert stat.S_IMODE(home.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.file.parent.stat().st_mode) == 0o700
    assert [path.name for path in home.file.parent.iterdir()] == ["default.json"]


def test_a_file_that_others_can_read_is_not_used(home):
    """It says how to mend that."""
    home.keep()
    home.file.chmod(0o640)
    done = home("me")
    assert done.returncode == 3 and "chmod 600" in done.stderr and "open to others" in done.stderr


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"host": 5, "token": {"access_token": "a"}}',
        b'{"host": "h", "token": 5}',
        b"[" * 99_999,
    ],
)
def test_a_file_that_is_no_profile_is_told(home, content):
    """And not what is in it."""
    home.keep()
    home.file.write_bytes(content)
    done = home("me")
    assert done.returncode == 3 and str(home.file) in done.stderr and "Traceback" not in done.stderr
    assert home("logout").returncode == 0 and not home.file.exists()


def test_the_keyring_of_the_system_comes_first(home):
    """A file is there only where it can't be used; signing in anew moves the profile."""
    assert home.keep().returncode == 0 and home.file.exists()
    ring = home.with_keyring()
    done = home.keep()
    assert done.stdout.endswith("is kept in the keyring.\n") and not home.file.exists()
    assert list(json.loads(ring.read_text())) == ["flat-api/default"]
    assert json.loads(home("whoami", "--json").stdout)["kept_in"] == "the keyring"
    assert "no longer kept in the keyring" in home("logout").stdout
    assert json.loads(ring.read_text()) == {}


def test_a_keyring_that_is_locked_is_no_end(home):
    """The file is used, with a warning."""
    home.with_keyring().unlink()
    done = home.keep()
    assert done.returncode == 0 and home.file.exists() and "Warning: The keyring can't be used" in done.stderr
    done = home("me")
    assert done.returncode == 0 and "Warning: The keyring can't be read" in done.stderr
    assert home("logout").returncode == 0 and not home.file.exists()


def test_profiles_are_several_users(home):
    """Each with a name."""
    with Sandbox(token="other") as other:
        home.keep()
        assert home("login", "--token", "--profile", "other", "--host", other.url, stdin="other").returncode == 0
        assert json.loads(home("whoami", "--json", FLAT_PROFILE="other").stdout)["host"] == other.url
        assert json.loads(home("whoami", "--json", "--profile", "other").stdout)["host"] == other.url
        assert json.loads(home("whoami", "--json").stdout)["host"] == home.sandbox.url
        assert home("logout", "--profile", "other").returncode == 0
        done = home("me", "--profile", "other")
    assert done.returncode == 5 and "nobody has signed in as the profile other" in done.stderr
    assert home("me").returncode == 0


def test_the_environment_wins_over_who_has_signed_in(home):
    """And what is given over both."""
    home.keep()
    host = {"FLAT_HOST": home.sandbox.url}
    wrong = home("me", FLAT_ACCESS_TOKEN="other", **host)
    assert wrong.returncode == 5
    shown = json.loads(home("whoami", "--json", FLAT_ACCESS_TOKEN="sandbox", **host).stdout)
    assert shown["token_from"] == "FLAT_ACCESS_TOKEN"
    given = home("whoami", "--json", "--token", "sandbox", FLAT_ACCESS_TOKEN="other", **host)
    assert json.loads(given.stdout)["token_from"] == "--token"
    both = home("me", "--profile", "default", FLAT_ACCESS_TOKEN="sandbox", **host)
    assert both.returncode == 0 and "the profile default is not used" in both.stderr


def test_a_token_goes_to_the_host_that_it_is_for(home):
    """Not to another one that is named later."""
    home.keep()
    with Sandbox() as other:
        for changes in ({"FLAT_HOST": other.url}, {}):
            given = () if changes else ("--host", other.url)
            done = home("me", *given, **changes)
            assert done.returncode == 5 and f"flat-api login --host {other.url}" in done.stderr
        assert other.requests == []
        assert home("me", "--host", home.sandbox.url, FLAT_HOST=other.url).returncode == 0


def test_without_a_token_the_ways_to_get_one_are_told(home):
    """Before anything is sent."""
    done = home("me", "--host", home.sandbox.url)
    assert (done.returncode, home.sandbox.requests) == (5, [])
    for way in ("flat-api login", "FLAT_ACCESS_TOKEN", "--sandbox"):
        assert way in done.stderr


def test_a_token_that_is_rejected_is_not_kept(home):
    """The earlier one stays."""
    home.keep()
    before = home.file.read_text()
    done = home.keep("other")
    assert (done.returncode, home.file.read_text()) == (5, before)


@pytest.mark.parametrize("typed", ["", "\n", "a b\n", "a\nb\n", "t\xf6ken\n", "a\x07b"])
def test_what_is_no_token_is_a_mistake(home, typed):
    """Nothing is sent."""
    done = home.keep(typed)
    assert done.returncode == 2 and "Expected an access token" in done.stderr
    assert home.sandbox.requests == []


def test_a_token_is_typed_without_being_shown(home):
    """At a terminal."""
    process, ours = start_on_terminal("login", "--token", "--host", home.sandbox.url, cwd=home.path, **home.variables)
    seen = b""
    while b"Access token" not in seen:
        seen += os.read(ours, 1000)
    os.write(ours, b"sandbox\n")
    seen += read_all(ours)
    assert process.wait(30) == 0
    assert re.search(rb"Access token: *\r?\n.*Signed in as sandbox", seen, re.DOTALL)


@pytest.mark.parametrize("argument", ["--json", "--verbose"])
def test_no_text_holds_a_secret(home, argument):
    """Neither what is printed, nor what is logged."""
    texts = [home.login(argument), home("me", argument), home("whoami", *({"--json"} & {argument}))]
    kept = json.loads(home.file.read_text())
    secrets = [kept["token"]["access_token"], kept["token"]["refresh_token"]]
    for done in texts:
        assert done.returncode == 0
        assert not [secret for secret in secrets if secret in done.stdout + done.stderr]
    assert not re.search(
        "code=|code_verifier", texts[0].stderr.replace("response_type=code", "").replace("code_challenge", "")
    )


def test_a_user_who_says_no_ends_the_command(home):
    """Nothing is kept."""
    done = home.login(decision="deny")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Access was denied in the browser. Nothing was kept." in done.stderr
    assert not home.file.exists()


def test_a_browser_that_is_closed_ends_in_a_time_out(home):
    """There is no sign of it."""
    done = home.login("--timeout", "0.3", decision="leave")
    assert done.returncode == 10 and "nobody came back from the browser" in done.stderr


def test_a_browser_that_is_not_there_is_no_error(home):
    """The address is told, for a browser elsewhere."""
    done = home.login("--timeout", "0.3", BROWSER="/nothing/here %s")
    assert done.returncode == 10 and "/auth/oauth?" in done.stderr


def test_a_port_that_is_taken_is_told(home):
    """And what to do about it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        uri = f"http://127.0.0.1:{taken.getsockname()[1]}/callback"
        done = home.login("--redirect-uri", uri)
    assert done.returncode == 3 and uri in done.stderr and "another port" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--redirect-uri", "http://example.org/in"), "redirect_uri"),
        (("--redirect-uri", "https://127.0.0.1/in"), "redirect_uri"),
        (("--scope", "everything"), "scores.readonly"),
        (("--profile", "../x"), "letters"),
        (("--timeout", "0"), "seconds"),
        (("--host", "http://example.org"), "https"),
        (("--client-id", ""), "empty"),
    ],
)
def test_what_can_not_be_asked_is_a_mistake(home, arguments, sentence):
    """No browser is opened."""
    done = home.login(*arguments)
    assert done.returncode == 2 and sentence in done.stderr and "/auth/oauth?" not in done.stderr


def test_an_app_is_needed(home):
    """Or a token."""
    done = home("login")
    assert done.returncode == 2 and "--client-id" in done.stderr and "--token" in done.stderr
    done = home("me", FLAT_PROFILE="../x")
    assert done.returncode == 2 and "FLAT_PROFILE" in done.stderr
    assert home("me", FLAT_HOST="ftp://x").returncode == 2


def test_an_app_with_a_secret_has_it_in_the_environment(home):
    """A wrong one is told, not shown."""
    app = {"FLAT_CLIENT_ID": "sandbox-web", "FLAT_CLIENT_SECRET": "sandbox-secret", "FLAT_HOST": home.sandbox.url}
    assert home("login", **app, **browser("allow")).returncode == 0
    wrong = home("login", **{**app, "FLAT_CLIENT_SECRET": "hush"}, **browser("allow"))
    assert wrong.returncode == 5 and "invalid_client" in wrong.stderr and "hush" not in wrong.stderr


def test_a_server_that_fails_is_another_matter(home):
    """Than a user who may not."""
    home.sandbox.faults.add("status=503:path=/oauth/access_token")
    done = home.login("--json")
    error = json.loads(done.stderr.splitlines()[-1])["error"]
    assert (done.returncode, error["exit_code"], error["status"]) == (9, 9, 503)


def test_a_token_that_expires_is_renewed_and_kept(home):
    """By the command that comes next."""
    home.login()
    before = json.loads(home.file.read_text())
    before["token"]["expires_at"] = 1.0
    home.file.write_text(json.dumps(before))
    assert home("me").returncode == 0
    after = json.loads(home.file.read_text())
    assert after["token"]["access_token"] != before["token"]["access_token"]
    assert after["token"]["refresh_token"] != before["token"]["refresh_token"]
    assert stat.S_IMODE(home.file.stat().st_mode) == 0o600
    assert home("me").returncode == 0


def test_a_token_that_can_not_be_renewed_says_to_sign_in_anew(home):
    """The server has forgotten it."""
    home.login()
    kept = json.loads(home.file.read_text())
    kept["token"] |= {"expires_at": 1.0, "refresh_token": "gone"}
    home.file.write_text(json.dumps(kept))
    done = home("me")
    assert done.returncode == 5 and "flat-api login" in done.stderr and "gone" not in done.stderr


def test_ctrl_c_ends_the_wait(home):
    """At once."""
    process, ours = start_on_terminal(
        "login", "--client-id", "sandbox", "--host", home.sandbox.url, "--no-browser", cwd=home.path, **home.variables
    )
    seen = b""
    while b"Ctrl-C ends it" not in seen:
        seen += os.read(ours, 4000)
    os.write(ours, b"\x03")
    seen += read_all(ours)
    assert process.wait(30) == 130 and b"Interrupted." in seen
    assert not home.file.exists()


def test_without_a_browser_the_address_is_for_another_one(home):
    """With --json the address is an object on standard error."""
    done = {}
    command = ("login", "--client-id", "sandbox", "--host", home.sandbox.url, "--no-browser", "--json")
    port = _free_port()
    uri = f"http://127.0.0.1:{port}/callback"
    thread = threading.Thread(target=lambda: done.update(it=home(*command, "--redirect-uri", uri, "--timeout", "1")))
    thread.start()
    wait_until(lambda: _listens(port))
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{uri}?code=stolen&state=guessed", timeout=30)
    caught.value.close()
    assert caught.value.code == 400 and thread.is_alive()
    thread.join(60)
    assert done["it"].returncode == 10
    assert "/auth/oauth?" in json.loads(done["it"].stderr.splitlines()[0])["authorization_url"]


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def _listens(port):
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def test_logging_out_twice_is_no_error(home):
    """The second time there is nothing to forget."""
    home.keep()
    assert "no longer kept" in home("logout").stdout
    done = home("logout")
    assert (done.returncode, done.stdout) == (0, "Nobody was signed in as the profile default.\n")
    assert json.loads(home("logout", "--json").stdout) == {"profile": "default", "removed_from": []}
    assert home("me").returncode == 5


def test_the_built_in_server_needs_nobody(home):
    """And is told as what it is."""
    assert json.loads(home("whoami", "--sandbox", "--json").stdout)["token_from"] == "--sandbox"
    done = home("whoami", "--sandbox", "--profile", "x")
    assert done.returncode == 2
    assert home("whoami", "--sandbox", FLAT_HOST="http://127.0.0.1:9", FLAT_PROFILE="x").returncode == 0


GUIDE = (Path(__file__).parents[2] / "docs" / "signing-in.md").read_text("utf-8")


@pytest.mark.parametrize("line", re.findall(r"^flat-api .*", GUIDE, re.MULTILINE))
def test_the_commands_of_the_guide_work(home, line):
    """With the app and the host of the sandbox in the place of one's own."""
    (home.path / "token.txt").write_text("sandbox\n")
    words = ["sandbox" if word == "ID" else word for word in shlex.split(line, comments=True)][1:]
    stdin = b""
    if "<" in words:
        *words, _, name = words
        stdin = (home.path / name).read_bytes()
    done = home(*words, stdin=stdin, FLAT_HOST=home.sandbox.url, **browser("allow"))
    assert (done.returncode, done.stdout.partition(";")[0]) == (0, "Signed in as sandbox")
