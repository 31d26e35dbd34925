"""Configuration: hosts, credentials, checks, logging, copies, and the texts made from it."""

import base64
import copy
import logging
import pickle
import subprocess
import sys

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from flat_api.configuration import JSON_SCHEMA_VALIDATION_KEYWORDS, Configuration
from flat_api.exceptions import ApiTypeError, ApiValueError

DEFAULT_HOST = "https://api.flat.io/v2"
RECORDED_KEYWORDS = {
    *("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"),
    *("maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems"),
    *("maxProperties", "minProperties"),
}
REGIONAL = {
    "url": "https://{region}.example.org:{port}/v2",
    "description": "Regional servers",
    "variables": {
        "region": {"description": "Where", "default_value": "eu", "enum_values": ["eu", "us"]},
        "port": {"default_value": "443"},
    },
}


class RegionalConfiguration(Configuration):
    """A client of an API with a second server that has variables."""

    def get_host_settings(self):
        return [*super().get_host_settings(), REGIONAL]


@pytest.fixture(autouse=True)
def clean_process(monkeypatch):
    """No token in the environment, no default configuration, and loggers as they were."""
    monkeypatch.delenv("FLAT_ACCESS_TOKEN", raising=False)
    loggers = [logging.getLogger(name) for name in ("flat_api", "urllib3")]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    yield
    Configuration.set_default(None)
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


def secretive() -> Configuration:
    """A configuration in which every secret contains the word hush."""
    configuration = Configuration(host="https://me:hush1@example.org/v2", access_token="hush2")
    configuration.username = "ada"
    configuration.password = "hush3"
    configuration.api_key = {"key": "hush4"}
    configuration.proxy = "http://user:hush/5@proxy.example.org:3128"
    configuration.proxy_headers = {"Proxy-Authorization": "Basic hush6"}
    return configuration


# Hosts


def test_the_host_is_that_of_the_public_api():
    """Without arguments requests go to https://api.flat.io/v2."""
    assert Configuration().host == DEFAULT_HOST
    assert Configuration().get_host_settings()[0]["url"] == DEFAULT_HOST


def test_a_host_argument_is_used_as_it_is():
    """Configuration(host=...) and configuration.host = ... replace the whole base URL."""
    configuration = Configuration(host="http://localhost:8080/v2")
    assert configuration.host == "http://localhost:8080/v2"
    configuration.host = "http://localhost:9090"
    assert configuration.host == "http://localhost:9090"


def test_a_host_assigned_later_wins_over_the_server_index():
    """Assigning a host forgets the chosen server."""
    configuration = Configuration(server_index=0)
    configuration.host = "http://localhost"
    assert (configuration.host, configuration.server_index) == ("http://localhost", None)


def test_positional_arguments_keep_their_historic_order():
    """Host, unknown keys, disabled checks, server index and variables, the same per operation, token."""
    configuration = Configuration("http://x", True, "pattern", None, {"a": "b"}, {"op": 1}, {"op": {"c": "d"}}, "t")
    assert configuration.host == "http://x"
    assert configuration.discard_unknown_keys is True
    assert configuration.disabled_client_side_validations == "pattern"
    assert configuration.server_variables == {"a": "b"}
    assert configuration.server_operation_index == {"op": 1}
    assert configuration.server_operation_variables == {"op": {"c": "d"}}
    assert configuration.access_token == "t"


def test_server_variables_complete_the_url():
    """A variable of the server takes the value given, or else its default."""
    assert RegionalConfiguration(server_index=1).host == "https://eu.example.org:443/v2"
    chosen = RegionalConfiguration(server_index=1, server_variables={"region": "us", "port": "8443"})
    assert chosen.host == "https://us.example.org:8443/v2"


def test_a_variable_value_outside_its_list_is_refused():
    """The error names the variable, the value found and the values wanted."""
    with pytest.raises(ApiValueError, match=r"region: 'mars' is not one of eu, us"):
        _ = RegionalConfiguration(server_index=1, server_variables={"region": "mars"}).host


def test_a_wrong_server_index_is_refused():
    """Reading the host of a server that does not exist is an ApiValueError, which is a ValueError."""
    with pytest.raises(ApiValueError, match=r"index 5.*less than 1"):
        _ = Configuration(server_index=5).host
    with pytest.raises(ValueError, match="less than 2"):
        Configuration().get_host_from_settings(2, servers=[REGIONAL, REGIONAL])


def test_servers_of_an_operation_take_the_place_of_those_of_the_api():
    """get_host_from_settings looks into the servers it is given; without an index it is the assigned host."""
    configuration = Configuration(host="http://mine")
    assert configuration.get_host_from_settings(0, {"region": "us"}, [REGIONAL]) == "https://us.example.org:443/v2"
    assert configuration.get_host_from_settings(0) == DEFAULT_HOST
    assert configuration.get_host_from_settings(None, servers=[REGIONAL]) == "http://mine"


# Credentials


def test_the_access_token_argument_signs_requests():
    """Both the argument and the attribute end up behind Bearer in the Authorization header."""
    signed = {"type": "oauth2", "in": "header", "key": "Authorization", "value": "Bearer abc"}
    assert Configuration(access_token="abc").auth_settings() == {"OAuth2": signed}
    configuration = Configuration()
    configuration.access_token = "abc"
    assert configuration.auth_settings() == {"OAuth2": signed}


def test_without_a_token_nothing_is_signed():
    """auth_settings() is empty when there is no token anywhere."""
    assert Configuration().access_token is None
    assert Configuration().auth_settings() == {}


def test_the_environment_gives_the_token_when_nothing_else_does(monkeypatch):
    """FLAT_ACCESS_TOKEN is read when it is needed, without the line break of a file it may come from."""
    configuration = Configuration()
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "from-environment\n")
    assert configuration.access_token == "from-environment"
    assert configuration.auth_settings()["OAuth2"]["value"] == "Bearer from-environment"
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "")
    assert configuration.access_token is None


def test_a_given_token_wins_over_the_environment(monkeypatch):
    """Argument and attribute come first; an empty text means to send no token."""
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "from-environment")
    assert Configuration(access_token="mine").access_token == "mine"
    configuration = Configuration()
    configuration.access_token = ""
    assert configuration.access_token == ""
    assert configuration.auth_settings() == {}
    configuration.access_token = None
    assert configuration.access_token == "from-environment"


def test_a_callable_is_asked_for_the_token_of_each_request():
    """Reading or showing the configuration asks it for nothing."""
    tokens = iter(["first", "second"])
    configuration = Configuration(access_token=lambda: next(tokens))
    assert "access_token='***'" in repr(configuration) and callable(configuration.access_token)
    signed = [configuration.auth_settings()["OAuth2"]["value"] for _ in range(2)]
    assert signed == ["Bearer first", "Bearer second"]
    assert Configuration(access_token=lambda: None).auth_settings() == {}


def test_a_callable_signs_requests_of_other_apis_too():
    """As a text does."""
    configuration = Configuration(access_token=lambda: "abc")
    signed = configuration.auth_setting("token", {"type": "http", "scheme": "bearer"})
    assert signed is not None and signed["value"] == "Bearer abc"


def test_copies_of_a_configuration_share_what_renews_its_token():
    """It would be renewed once for each of them, which a server takes for a theft."""

    class Renewing:
        def __call__(self):
            return "abc"

    renewing = Renewing()
    configuration = Configuration(access_token=renewing)
    assert copy.deepcopy(configuration).access_token is copy.copy(configuration).access_token is renewing
    assert pickle.loads(pickle.dumps(configuration)).access_token is None


@pytest.mark.parametrize("credential", [b"hush", 5, lambda: b"hush"])
def test_a_token_that_is_no_text_is_refused_without_showing_it(credential):
    """Whether it was given or returned."""
    with pytest.raises(ApiTypeError, match="expected a str or a callable") as caught:
        Configuration(access_token=credential).auth_settings()
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("token", ["hush\n", "hush\r\nX: y", "h\x00ush", "hush€"])
def test_a_token_that_no_header_can_hold_is_refused_without_showing_it(token):
    """The error comes before http.client's, which would print the header."""
    with pytest.raises(ApiValueError, match="access_token") as caught:
        Configuration(access_token=token).auth_settings()
    assert "ush" not in str(caught.value)


def test_api_keys_come_with_their_prefix():
    """get_api_key_with_prefix looks for the identifier, then its alias; the prefix is the identifier's."""
    configuration = Configuration()
    configuration.api_key = {"plain": "k1", "other": "k2"}
    configuration.api_key_prefix = {"plain": "Token"}
    assert configuration.get_api_key_with_prefix("plain") == "Token k1"
    assert configuration.get_api_key_with_prefix("other") == "k2"
    assert configuration.get_api_key_with_prefix("missing", alias="other") == "k2"
    assert configuration.get_api_key_with_prefix("missing") is None


def test_the_refresh_hook_runs_before_a_key_is_read():
    """refresh_api_key_hook is called with the configuration and can put a new key there."""
    configuration = Configuration()
    configuration.refresh_api_key_hook = lambda own: own.api_key.update(key="fresh")
    assert configuration.get_api_key_with_prefix("key") == "fresh"


@pytest.mark.parametrize("pair", [("ada", "pässword"), ("", ""), (None, None)])
def test_basic_authentication_is_what_urllib3_makes(pair):
    """get_basic_auth_token() is the header urllib3.make_headers gives for the same user and password."""
    configuration = Configuration()
    configuration.username, configuration.password = pair
    expected = urllib3.make_headers(basic_auth=f"{pair[0] or ''}:{pair[1] or ''}")["authorization"]
    assert configuration.get_basic_auth_token() == expected


def test_basic_authentication_takes_any_password():
    """What Latin-1 cannot say is sent as UTF-8."""
    configuration = Configuration()
    configuration.username, configuration.password = "ada", "€"
    scheme, _, value = configuration.get_basic_auth_token().partition(" ")
    assert (scheme, base64.b64decode(value).decode()) == ("Basic", "ada:€")


# Checks


def test_the_known_keywords_are_the_recorded_ones():
    """JSON_SCHEMA_VALIDATION_KEYWORDS holds the 13 keywords of this generation of clients."""
    assert set(JSON_SCHEMA_VALIDATION_KEYWORDS) == RECORDED_KEYWORDS


def test_a_pickle_keeps_a_host_with_an_at_sign_in_its_path():
    """Only a login is taken out of a URL: what is unpickled talks to the same host."""
    for host in ("https://a.example/v2/@me", "https://a.example:8443/@me", "https://[::1]:8443/@me"):
        assert pickle.loads(pickle.dumps(Configuration(host=host))).host == host


def test_nothing_is_disabled_by_default():
    """A fresh configuration checks everything."""
    assert Configuration().disabled_client_side_validations == ""
    assert Configuration()._disabled_client_side_validations == frozenset()


@given(st.lists(st.sampled_from(sorted(RECORDED_KEYWORDS | {""}))))
def test_disabled_keywords_are_read_from_commas(words):
    """Every known keyword can be named, in any order and number; empty parts are ignored."""
    text = ",".join(words)
    configuration = Configuration(disabled_client_side_validations=text)
    assert configuration.disabled_client_side_validations == text
    assert configuration._disabled_client_side_validations == set(words) - {""}
    assert isinstance(configuration._disabled_client_side_validations, frozenset)


@pytest.mark.parametrize("text", ["required", "maximum,nope", "maximum, minimum", "Pattern", "type"])
def test_unknown_keywords_are_refused_and_change_nothing(text):
    """Construction and assignment refuse a word that is not a keyword; what was set before stays."""
    with pytest.raises(ApiValueError, match=r"^Invalid keyword: "):
        Configuration(disabled_client_side_validations=text)
    configuration = Configuration(disabled_client_side_validations="pattern")
    with pytest.raises(ApiValueError, match=r"^Invalid keyword: "):
        configuration.disabled_client_side_validations = text
    assert configuration.disabled_client_side_validations == "pattern"
    assert configuration._disabled_client_side_validations == {"pattern"}


def test_an_unknown_keyword_is_named_with_its_neighbour():
    """The error says the word found, the near match if there is one, and all that could have been said."""
    with pytest.raises(ApiValueError) as caught:
        Configuration(disabled_client_side_validations="pattern,max_length")
    sentence = str(caught.value)
    assert sentence.startswith("Invalid keyword: 'max_length', did you mean 'maxLength'?")
    assert all(word in sentence for word in RECORDED_KEYWORDS)
    with pytest.raises(ApiValueError) as caught:
        Configuration(disabled_client_side_validations="zzz")
    assert "did you mean" not in str(caught.value)


@given(st.sets(st.sampled_from(sorted(RECORDED_KEYWORDS | {"enum", "format"}))))
def test_disabled_checks_may_be_a_set_of_words(words):
    """A set, frozenset, list or tuple of words works too, and may name enum and format."""
    for collection in (words, frozenset(words), list(words), tuple(words)):
        configuration = Configuration(disabled_client_side_validations=collection)
        assert configuration.disabled_client_side_validations == collection
        assert configuration._disabled_client_side_validations == words


@pytest.mark.parametrize("word", ["enum", "format"])
def test_a_text_of_keywords_knows_no_enum_and_format(word):
    """The historic text refuses the two as it always did, and the error shows the set that means them."""
    with pytest.raises(ApiValueError, match=rf"^Invalid keyword: '{word}' .*{{'{word}'}}"):
        Configuration(disabled_client_side_validations=word)


@pytest.mark.parametrize("words", [{"nope"}, ["pattern", 5], ("pattern", [])])
def test_a_set_with_another_word_is_refused(words):
    """Every word of a collection must be known."""
    with pytest.raises(ApiValueError, match=r"^Invalid keyword: "):
        Configuration(disabled_client_side_validations=words)


@pytest.mark.parametrize("value", [None, {"pattern": 1}, 5, b"pattern"])
def test_disabled_checks_are_words(value):
    """What is neither text nor a collection of words is an ApiTypeError that says what was found."""
    with pytest.raises(ApiTypeError, match=type(value).__name__):
        Configuration(disabled_client_side_validations=value)


# What generated modules read


def test_attributes_of_generated_clients_have_their_historic_defaults():
    """Each attribute a generated api_client or rest module reads is there."""
    configuration = Configuration()
    nones = (
        *("username", "password", "refresh_api_key_hook", "ssl_ca_cert", "cert_file", "key_file"),
        *("assert_hostname", "tls_server_name", "proxy", "proxy_headers", "no_proxy", "retries"),
        *(
            "socket_options",
            "temp_folder_path",
            "logger_file",
            "logger_file_handler",
            "logger_stream_handler",
        ),
    )
    assert [name for name in nones if getattr(configuration, name) is not None] == []
    assert configuration.verify_ssl is True
    assert configuration.client_side_validation is True
    assert configuration.debug is False
    assert configuration.discard_unknown_keys is False
    assert configuration.safe_chars_for_path_param == ""
    assert configuration.connection_pool_maxsize % 5 == 0
    assert configuration.connection_pool_maxsize > 0
    assert (configuration.api_key, configuration.api_key_prefix) == ({}, {})
    assert configuration.logger_format == "%(asctime)s %(levelname)s %(message)s"


def test_a_generated_rest_module_can_build_its_pools():
    """The settings fit urllib3 as they are, with and without a proxy."""
    configuration = Configuration()
    configuration.retries = urllib3.Retry(2)
    settings = {
        "maxsize": configuration.connection_pool_maxsize,
        "cert_reqs": "CERT_REQUIRED" if configuration.verify_ssl else "CERT_NONE",
        "ca_certs": configuration.ssl_ca_cert,
        "cert_file": configuration.cert_file,
        "key_file": configuration.key_file,
        "assert_hostname": configuration.assert_hostname,
        "server_hostname": configuration.tls_server_name,
        "socket_options": configuration.socket_options,
        "retries": configuration.retries,
    }
    with urllib3.PoolManager(num_pools=4, **settings) as pools:
        assert pools.connection_from_url(configuration.host).retries.total == 2
    configuration.proxy = "http://proxy.example.org:3128"
    with urllib3.ProxyManager(configuration.proxy, proxy_headers=configuration.proxy_headers, **settings) as pools:
        assert pools.connection_from_url(configuration.host).proxy.host == "proxy.example.org"


def test_two_configurations_share_no_state():
    """What is put into the dictionaries of one does not show in another."""
    first, second = Configuration(), Configuration()
    first.api_key["key"] = "k"
    first.api_key_prefix["key"] = "p"
    first.logger["mine"] = logging.getLogger("mine")
    assert (second.api_key, second.api_key_prefix) == ({}, {})
    assert set(second.logger) == {"package_logger", "urllib3_logger"}


def test_attributes_nobody_declared_can_be_set():
    """Programs that hang their own values on a configuration keep working, copies included."""
    configuration = Configuration()
    configuration.tenant = "school"
    assert copy.deepcopy(configuration).tenant == "school"


# Logging


def test_making_a_configuration_leaves_all_loggers_alone():
    """Levels and handlers change only when debug or logger_file is assigned."""
    names = (None, "flat_api", "urllib3")
    before = [(logging.getLogger(name).level, logging.getLogger(name).handlers[:]) for name in names]
    copy.deepcopy(Configuration())
    pickle.loads(pickle.dumps(Configuration()))
    assert [(logging.getLogger(name).level, logging.getLogger(name).handlers) for name in names] == before


def test_debug_sets_the_level_of_both_loggers_and_of_no_other():
    """True is DEBUG and False is WARNING, for flat_api and urllib3."""
    root = logging.getLogger().level
    configuration = Configuration()
    configuration.debug = True
    assert configuration.debug is True
    assert {logging.getLogger(name).level for name in ("flat_api", "urllib3")} == {logging.DEBUG}
    configuration.debug = False
    assert {logging.getLogger(name).level for name in ("flat_api", "urllib3")} == {logging.WARNING}
    assert logging.getLogger().level == root


def test_debug_does_not_make_http_client_print_headers():
    """http.client would print the access token on standard output."""
    import http.client

    Configuration().debug = True
    assert http.client.HTTPConnection.debuglevel == 0


def test_logger_file_receives_what_the_loggers_say(tmp_path):
    """Both loggers write to the file, in the format asked for, until another file or None is assigned."""
    configuration = Configuration()
    configuration.logger_format = "%(levelname)s/%(message)s"
    configuration.logger_file = str(tmp_path / "one.log")
    logging.getLogger("flat_api").warning("first é")
    configuration.logger_format = "<%(message)s>"
    logging.getLogger("urllib3").warning("second")
    configuration.logger_file = tmp_path / "two.log"
    logging.getLogger("flat_api").warning("third")
    configuration.logger_file = None
    logging.getLogger("flat_api").warning("fourth")
    assert (tmp_path / "one.log").read_text("utf-8") == "WARNING/first é\n<second>\n"
    assert (tmp_path / "two.log").read_text("utf-8") == "<third>\n"
    assert configuration.logger_file_handler is None


def test_a_file_that_cannot_be_opened_changes_nothing(tmp_path):
    """The log in use stays in use when the next one cannot be opened."""
    configuration = Configuration()
    configuration.logger_file = tmp_path / "one.log"
    with pytest.raises(FileNotFoundError):
        configuration.logger_file = tmp_path / "missing" / "two.log"
    assert configuration.logger_file == tmp_path / "one.log"
    logging.getLogger("flat_api").warning("still here")
    configuration.logger_file = None
    assert "still here" in (tmp_path / "one.log").read_text()


def test_a_bad_log_format_is_refused_and_changes_nothing():
    """logging's own ValueError comes on assignment, not with the first line."""
    configuration = Configuration()
    with pytest.raises(ValueError, match="format"):
        configuration.logger_format = "no field at all"
    assert configuration.logger_format == "%(asctime)s %(levelname)s %(message)s"


def test_a_copy_does_not_log_twice_nor_close_the_file(tmp_path):
    """Only the configuration that opened the log closes it."""
    configuration = Configuration()
    configuration.logger_file = tmp_path / "one.log"
    twin = copy.deepcopy(configuration)
    assert twin.logger_file == configuration.logger_file
    logging.getLogger("flat_api").warning("once")
    twin.logger_file = None
    logging.getLogger("flat_api").warning("more")
    configuration.logger_file = None
    assert (tmp_path / "one.log").read_text().split()[3::4] == ["once", "more"]


# Copies and the default


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_copies_keep_everything(copied):
    """copy and deepcopy give a configuration of the same class with the same settings, secrets included."""
    configuration = RegionalConfiguration(
        server_index=1,
        server_variables={"region": "us"},
        access_token="t",
        disabled_client_side_validations={"enum"},
    )
    configuration.password = "p"
    configuration.api_key["key"] = "k"
    twin = copied(configuration)
    assert type(twin) is RegionalConfiguration
    assert twin.host == configuration.host
    assert (twin.access_token, twin.password, twin.api_key) == ("t", "p", {"key": "k"})
    assert twin._disabled_client_side_validations == {"enum"}


def test_a_deep_copy_is_independent():
    """Changes of the copy do not reach the original, in dictionaries either; loggers are shared."""
    configuration = Configuration()
    handler = configuration.logger_stream_handler = logging.StreamHandler()
    configuration.logger["mine"] = logging.Logger("not registered")
    twin = copy.deepcopy(configuration)
    twin.api_key["key"] = "k"
    twin.host = "http://x"
    del twin.logger["urllib3_logger"]
    assert (configuration.api_key, configuration.host) == ({}, DEFAULT_HOST)
    assert "urllib3_logger" in configuration.logger
    assert twin.logger["mine"] is configuration.logger["mine"]
    assert twin.logger_stream_handler is handler


def test_a_deep_copy_of_a_ring_ends():
    """A configuration that holds an object that holds the configuration can be copied."""
    configuration = Configuration()
    configuration.owner = [configuration]
    twin = copy.deepcopy(configuration)
    assert twin.owner[0] is twin


def test_the_default_is_copied_in_and_out():
    """set_default keeps a copy, get_default_copy gives another: neither end can change the default."""
    configuration = Configuration(host="http://x", access_token="t")
    Configuration.set_default(configuration)
    configuration.host = "http://changed"
    Configuration.get_default_copy().host = "http://changed"
    assert Configuration.get_default_copy().host == "http://x"
    assert Configuration.get_default_copy().access_token == "t"


def test_without_a_default_the_copy_is_fresh():
    """get_default_copy() gives Configuration() until set_default was called, and after set_default(None)."""
    assert Configuration.get_default_copy().host == DEFAULT_HOST
    Configuration.set_default(Configuration(host="http://x"))
    Configuration.set_default(None)
    assert Configuration.get_default_copy().host == DEFAULT_HOST


def test_the_default_plays_no_part_in_a_new_configuration():
    """Configuration() is fresh whatever the default is."""
    Configuration.set_default(Configuration(host="http://x", disabled_client_side_validations={"enum"}))
    assert Configuration().host == DEFAULT_HOST
    assert Configuration()._disabled_client_side_validations == frozenset()


# Secrets


def test_repr_is_readable():
    """repr shows the host and what differs from a fresh configuration."""
    assert repr(Configuration()) == f"Configuration(host='{DEFAULT_HOST}')"
    configuration = RegionalConfiguration(server_index=1, disabled_client_side_validations={"enum"})
    configuration.verify_ssl = False
    assert repr(configuration) == (
        "RegionalConfiguration(host='https://eu.example.org:443/v2',"
        " disabled_client_side_validations={'enum'}, verify_ssl=False)"
    )


def test_repr_says_that_there_is_a_token(monkeypatch):
    """A masked access token shows for the one that was given and for that of the environment."""
    assert "access_token='***'" in repr(Configuration(access_token="hush"))
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "hush")
    assert repr(Configuration()) == f"Configuration(host='{DEFAULT_HOST}', access_token='***')"
    assert "access_token" not in repr(Configuration(access_token=""))


def test_repr_of_a_wrong_configuration_does_not_fail():
    """The reason stands where the host would."""
    assert "index 5" in repr(Configuration(server_index=5))


def test_no_text_holds_a_secret():
    """Neither repr nor str nor the debug report show token, password, keys, or a login in a URL."""
    texts = [repr(secretive()), str(secretive()), f"{secretive()}", secretive().to_debug_report()]
    assert [text for text in texts if "hush" in text] == []
    assert "proxy='http://***@proxy.example.org:3128'" in texts[0]
    assert "host='https://***@example.org/v2'" in texts[0]
    assert "username='ada'" in texts[0]


@pytest.mark.parametrize(
    "proxy",
    [
        "hush:hush@proxy:80",
        "http://hush@proxy:80",
        "http://a:hush@b@proxy",
        b"http://a:hush@p",
        "http://a:hush\nhush@p",
    ],
)
def test_logins_are_masked_however_a_proxy_is_spelled(proxy):
    """Schemes may be missing, passwords may hold what should have been escaped."""
    configuration = Configuration()
    configuration.proxy = proxy
    assert "hush" not in repr(configuration)
    assert b"hush" not in pickle.dumps(configuration)


def test_unknown_attributes_are_not_shown():
    """An attribute that a program adds may be a secret, so repr leaves it out."""
    configuration = Configuration()
    configuration.client_secret = "hush"
    assert "hush" not in repr(configuration)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_hold_no_secret(protocol):
    """Pickles end up in queues and logs, so they hold the settings only."""
    assert b"hush" not in pickle.dumps(secretive(), protocol)


def test_an_unpickled_configuration_takes_its_token_from_the_environment(monkeypatch):
    """Settings survive pickling; the secrets have to come from where the program runs."""
    sent = secretive()
    sent.disabled_client_side_validations = {"enum"}
    received = pickle.loads(pickle.dumps(sent))
    assert received.host == "https://example.org/v2"
    assert received.proxy == "http://proxy.example.org:3128"
    assert received._disabled_client_side_validations == {"enum"}
    assert (received.access_token, received.password, received.api_key, received.proxy_headers) == (
        None,
        None,
        {},
        None,
    )
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "from-environment")
    assert received.access_token == "from-environment"


def test_pickling_leaves_the_log_of_the_process_behind(tmp_path):
    """A configuration with an open log can be pickled; what comes out writes to no file."""
    configuration = Configuration()
    configuration.logger_file = tmp_path / "one.log"
    configuration.debug = True
    received = pickle.loads(pickle.dumps(configuration))
    configuration.logger_file = None
    assert (received.logger_file, received.logger_file_handler, received.debug) == (None, None, False)
    assert set(received.logger) == {"package_logger", "urllib3_logger"}


def test_the_debug_report_names_versions():
    """to_debug_report() has the five historic lines."""
    lines = Configuration().to_debug_report().replace(sys.version, "3.x").split("\n")
    assert lines[:4] == [
        "Python SDK Debug Report:",
        f"OS: {sys.platform}",
        "Python Version: 3.x",
        "Version of the API: 2.18.0",
    ]
    assert lines[4].startswith("SDK Package Version: ")
    assert len(lines) == 5


# Importing


def test_importing_the_module_is_cheap():
    """Neither the import nor a new configuration loads urllib3, logging, multiprocessing or difflib."""
    program = """
import sys
from flat_api.configuration import Configuration
Configuration(access_token="t").auth_settings()
print(sorted({"urllib3", "logging", "multiprocessing", "difflib", "http.client"} & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
