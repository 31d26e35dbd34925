"""Whatever the data, every way to build a value gives the same."""

from __future__ import annotations

import json
import pickle

from hypothesis import given
from hypothesis import strategies as st

from .models import MODELS
from .strategies import near

SAMPLES = st.sampled_from(sorted(MODELS)).flatmap(lambda name: st.tuples(st.just(name), near(MODELS[name])))


def outcome(shop, build):
    """What *build* gives: the classes and values of a tree, or class and problems of the refusal."""
    try:
        return described(build())
    except shop.exceptions.OpenApiException as error:
        return type(error).__name__, error.problems, str(error)


def described(node):
    """A node as its class, its text and its members."""
    if isinstance(node, dict):
        return type(node), {key: described(member) for key, member in node.items()}
    if isinstance(node, tuple):
        return type(node), [described(member) for member in node]
    return type(node), str(node)


def test_every_way_agrees(shop):
    """A call, server data, an instance passed back in, a pickle: the same tree of classes, or the same refusal."""

    @given(SAMPLES)
    def check(sample):
        name, data = sample
        cls, configuration = getattr(shop, name), shop.configuration.Configuration()
        first = outcome(shop, lambda: cls(data))
        assert outcome(shop, lambda: cls.from_openapi_data_oapg(data)) == first
        assert outcome(shop, lambda: cls(data, _configuration=configuration)) == first
        if len(first) == 2:
            made = cls(data)
            assert isinstance(made, cls)
            assert described(cls(made)) == first
            assert described(pickle.loads(pickle.dumps(made))) == first
            assert json.dumps(shop.api_client.JSONEncoder().default(made)) == json.dumps(data)

    check()
