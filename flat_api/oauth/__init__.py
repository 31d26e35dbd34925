"""Signing in with OAuth 2: the authorization code grant with PKCE, and tokens that renew themselves.

`OAuth` is for programs that handle the redirect themselves, such as web applications; `sign_in` does all of it for
programs on the machine of the user. The guide is docs/signing-in.md. It comes with the extra ``login``.
"""

try:
    from ._loopback import Loopback
    from ._oauth import Authorization, OAuth
    from ._sign_in import sign_in
    from ._token import Token
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "oauthlib":
        raise
    message = "flat_api.oauth needs oauthlib: pip install 'flat-api-frozen[login]'"
    raise ModuleNotFoundError(message, name=error.name) from error

__all__ = ["Authorization", "Loopback", "OAuth", "Token", "sign_in"]
