"""A cluster of Dask on this machine, for tests."""

import os
import warnings
from contextlib import contextmanager

import pytest

distributed = pytest.importorskip("distributed")


@contextmanager
def running(workers=2):
    """A cluster with *workers* processes of one thread each."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of distributed and tornado, about themselves
        with distributed.LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1"
        ) as cluster:
            yield cluster


@contextmanager
def client_of(cluster):
    with distributed.Client(cluster.scheduler_address) as client:
        yield client


def process_of_a_worker(cluster):
    """The process id of one of the workers."""
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        return next(iter(client.run(os.getpid).values()))
