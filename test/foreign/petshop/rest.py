# coding: utf-8

"""The transport of the pet shop: a urllib3 pool made from a Configuration."""

import ssl
import typing

import urllib3

from petshop.exceptions import ApiException, ApiValueError


class RESTClientObject(object):
    def __init__(self, configuration, pools_size=4, maxsize=None):
        pool_args = {}
        if configuration.assert_hostname is not None:
            pool_args["assert_hostname"] = configuration.assert_hostname
        if configuration.retries is not None:
            pool_args["retries"] = configuration.retries
        if configuration.socket_options is not None:
            pool_args["socket_options"] = configuration.socket_options
        if maxsize is None:
            maxsize = (
                4 if configuration.connection_pool_maxsize is None else configuration.connection_pool_maxsize
            )
        pool_args.update(
            num_pools=pools_size,
            maxsize=maxsize,
            cert_reqs=ssl.CERT_REQUIRED if configuration.verify_ssl else ssl.CERT_NONE,
            ca_certs=configuration.ssl_ca_cert,
            cert_file=configuration.cert_file,
            key_file=configuration.key_file,
        )
        if configuration.proxy:
            self.pool_manager = urllib3.ProxyManager(
                proxy_url=configuration.proxy, proxy_headers=configuration.proxy_headers, **pool_args
            )
        else:
            self.pool_manager = urllib3.PoolManager(**pool_args)

    def request(self, method: str, url: str, headers=None, body: typing.Union[str, bytes, None] = None):
        if method not in {"GET", "POST", "PUT", "DELETE", "PATCH"}:
            raise ApiValueError("the method {} is not known".format(method))
        try:
            return self.pool_manager.request(method, url, body=body, headers=headers, preload_content=True)
        except urllib3.exceptions.SSLError as error:
            raise ApiException(status=0, reason="{0}\n{1}".format(type(error).__name__, str(error)))
