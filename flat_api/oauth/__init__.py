"""Signing in with OAuth 2: the authorization code grant with PKCE, and tokens that renew themselves.

`OAuth` is for programs that handle the redirect themselves, such as web applications; `sign_in` does all of it for
programs on the machine of the user. The guide is docs/signing-in.md. It comes with the extra ``login``.
"""

import typing

from .. import _moving

try:
    from ._loopback import CALLBACK, Loopback
    from ._oauth import Authorization, OAuth
    from ._sign_in import sign_in
    from ._token import Token
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "oauthlib":
        raise
    message = "flat_api.oauth needs oauthlib: pip install 'flat-api-frozen[login]'"
    raise ModuleNotFoundError(message, name=error.name) from error

__all__ = ["CALLBACK", "Authorization", "Loopback", "OAuth", "Token", "sign_in"]

if not typing.TYPE_CHECKING:  # to type checkers it would mean that every name is there

    def __getattr__(name):
        raise AttributeError(_moving.message(__name__, name))
