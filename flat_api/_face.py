"""What `Flat` and `AsyncFlat` have in common: how they are configured, shown and pickled."""

from __future__ import annotations

import typing

from ._hooks import Hooks
from ._resources import Calls
from .configuration import Configuration, host_of_environment
from .exceptions import ApiTypeError
from .schemas import Unset, unset

if typing.TYPE_CHECKING:
    import urllib3

    from ._hooks import OnRequest, OnResponse
    from ._signing import Signing
    from .configuration import AccessToken, TimeoutSetting

__all__ = ["Face"]

C = typing.TypeVar("C", bound=Calls)
Client_co = typing.TypeVar("Client_co", covariant=True)


class Face(typing.Generic[Client_co]):
    """The API, with a client that *client_class* makes of a configuration."""

    client_class: typing.ClassVar[typing.Callable[..., typing.Any]]

    def __init__(
        self,
        *,
        access_token: AccessToken | None = None,
        host: str | None = None,
        timeout: TimeoutSetting | Unset = unset,
        retries: urllib3.Retry | int | None = None,
        configuration: Configuration | None = None,
        strict_responses: bool = False,
        on_request: OnRequest | None = None,
        on_response: OnResponse | None = None,
    ) -> None:
        if configuration is None:
            configuration = Configuration(host=host or host_of_environment(), access_token=access_token)
            configuration.retries = retries
            if not isinstance(timeout, Unset):
                configuration.timeout = timeout
        elif access_token is not None or host is not None or retries is not None or timeout is not unset:
            name = type(self).__name__
            raise ApiTypeError(f"{name} takes a configuration, or else access_token, host, timeout and retries")
        self._strict_responses = strict_responses
        self.configuration = configuration
        """Where the API is and who is calling."""
        self.api_client: Client_co = type(self).client_class(configuration, strict_responses=strict_responses)
        typing.cast("Signing", self.api_client).hooks = Hooks(on_request, on_response)
        self._made: dict[type[Calls], Calls] = {}

    def _calls(self, cls: type[C]) -> C:
        found = self._made.get(cls)
        if found is None:
            found = self._made[cls] = cls(typing.cast(typing.Any, self.api_client))
        return typing.cast("C", found)

    def __reduce__(self) -> tuple[typing.Any, ...]:
        """Pickle the settings: what is unpickled has connections of its own, and no secret of this one."""
        return _restored, (type(self), self.configuration, self._strict_responses)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.configuration!r})"


def _restored(cls: type[Face[typing.Any]], configuration: Configuration, strict_responses: bool) -> Face[typing.Any]:
    return cls(configuration=configuration, strict_responses=strict_responses)
