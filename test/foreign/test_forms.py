"""Forms that such packages and their users give to classes, beyond what was printed for the pet shop."""

from __future__ import annotations

import concurrent.futures
import copy
import functools
import subprocess
import sys
import textwrap
import typing

import pytest

import flat_api.configuration
import flat_api.exceptions
import flat_api.schemas
from flat_api.model.task import Task

from .conftest import frozen


def run(shop, source):
    """The namespace of a module of the package with *source*."""
    namespace = {"__name__": f"{shop.package}.written", "schemas": shop.schemas, "shop": shop}
    exec(compile(textwrap.dedent(source), "written.py", "exec"), namespace)
    return namespace


class TestReplacedModules:
    """What the package finds in the place of its own modules."""

    @pytest.mark.parametrize("name", ["schemas", "exceptions", "configuration"])
    def test_names(self, shop, name):
        """Every public name is there, whichever way the module was replaced."""
        ours = getattr(flat_api, name)
        public = getattr(ours, "__all__", None) or [entry for entry in vars(ours) if not entry.startswith("_")]
        theirs = getattr(shop, name)
        assert [entry for entry in public if not hasattr(theirs, entry)] == []

    def test_front(self, shop):
        """The package re-exports client, configuration and errors, and they are those that are raised."""
        package = sys.modules[shop.package]
        for name in ("ApiAttributeError", "ApiTypeError", "ApiValueError", "ApiKeyError", "ApiException"):
            assert getattr(package, name) is getattr(shop.exceptions, name)
        assert package.Configuration is shop.configuration.Configuration
        assert package.Configuration is shop.schemas.Configuration
        with pytest.raises(package.ApiTypeError):
            shop.Pet(name=1, photoUrls=[])

    def test_a_copy_stands_alone(self, shop, tmp_path):
        """A package with copies of the modules works where this package is not to be found."""
        if shop.package != "petshop_copied":
            pytest.skip("the other ways import this package")
        program = (
            "import sys; sys.modules['flat_api'] = None; "
            f"from {shop.package}.models import Animal, Treat; from {shop.package} import ApiTypeError\n"
            "assert Animal(species='Cat')['species'] == 'Cat'\n"
            "assert Treat.from_openapi_data_oapg({'lengthCm': 1.5}, None)['lengthCm'] == 1.5\n"
            "try: Animal(species='Cat', indoor=1)\n"
            "except ApiTypeError as error: print(error)\n"
        )
        root = sys.modules[shop.package].__path__[0].rpartition("/")[0]
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", program], cwd=root, capture_output=True, text=True, check=False
        )
        assert done.stderr == ""
        assert "passed type was int" in done.stdout


class TestConstructors:
    """A ``__new__`` that does more than hand its arguments on is called."""

    def test_transformed_arguments(self, shop):
        made = run(
            shop,
            """
            class Titled(shop.Category):
                def __new__(cls, name, **kwargs):
                    return super().__new__(cls, name=name.title(), **kwargs)

            class Loud(Titled):
                def __new__(cls, name, **kwargs):
                    return super().__new__(cls, name + "!", **kwargs)
            """,
        )
        titled = made["Titled"]("dogs", id=1)
        assert titled == {"name": "Dogs", "id": 1}
        assert isinstance(titled, made["Titled"])
        assert made["Loud"]("dogs") == {"name": "Dogs!"}
        assert made["Titled"].from_openapi_data_oapg({"name": "dogs"})["name"] == "dogs"

    @pytest.mark.parametrize(
        ("signature", "call", "given", "expected"),
        [
            (
                "cls, *_args, name='none', **kwargs",
                "cls, *_args, name=name, **kwargs",
                {"id": 1},
                {"name": "none", "id": 1},
            ),
            ("cls, one, two", "cls, id=one, name=two", {"one": 1, "two": "x"}, {"id": 1, "name": "x"}),
            ("cls, id, name", "cls, id=id, name=name", {"id": 1, "name": "x"}, {"id": 1, "name": "x"}),
            ("cls, *_args, **kwargs", "cls, *_args, name='fixed', **kwargs", {"id": 1}, {"name": "fixed", "id": 1}),
            ("cls, name, **kwargs", "cls, name=name", {"name": "x", "id": 1}, {"name": "x"}),
            ("cls, id, **kwargs", "cls, {'id': id}, **kwargs", {"id": 1, "name": "x"}, {"name": "x", "id": 1}),
        ],
    )
    def test_what_looks_like_handing_on(self, shop, signature, call, given, expected):
        """Defaults, other names, fixed values and dropped arguments are not lost."""
        made = run(
            shop,
            f"""
            class Own(shop.Category):
                def __new__({signature}):
                    return super().__new__({call})
            """,
        )
        assert made["Own"](**given) == expected

    @pytest.mark.parametrize(
        ("signature", "call", "given"),
        [
            ("cls, *_args, id, **kwargs", "cls, *_args, id=id, **kwargs", {"name": "x"}),
            ("cls, *, name", "cls, name=name", {"name": "x", "id": 1}),
        ],
    )
    def test_a_narrower_signature(self, shop, signature, call, given):
        """A signature that wants more names than MetaOapg requires, or takes fewer, decides calls by keywords."""
        made = run(
            shop,
            f"""
            class Own(shop.Category):
                def __new__({signature}):
                    return super().__new__({call})
            """,
        )
        with pytest.raises(TypeError):
            made["Own"](**given)
        assert made["Own"].from_openapi_data_oapg({"name": "x", "more": 1}) == {"name": "x", "more": 1}

    def test_checks_of_its_own(self, shop):
        """A constructor may refuse; the runtime's refusals pass through it."""
        made = run(
            shop,
            """
            class Even(shop.IntSchema):
                def __new__(cls, value, _configuration=None):
                    made = super().__new__(cls, value, _configuration=_configuration)
                    if made % 2:
                        raise ValueError("odd")
                    return made
            """,
        )
        assert made["Even"](2) == 2
        assert isinstance(made["Even"](2), made["Even"])
        with pytest.raises(ValueError, match="odd"):
            made["Even"](3)
        with pytest.raises(shop.exceptions.ApiTypeError):
            made["Even"]("2")

    @pytest.mark.parametrize(
        ("base", "value"),
        [
            *[
                ("StrSchema", "a"),
                ("IntSchema", 1),
                ("BoolSchema", True),
                ("NoneSchema", None),
                ("DictSchema", {"a": 1}),
            ],
            *[("ListSchema", [1]), ("BinarySchema", b"x"), ("BytesSchema", b"x"), ("NullableString", "a")],
            *[("NullableString", None), ("Biscuit", {"flavour": "a"}), ("Biscuit", None), ("Currency", "eur")],
            *[
                ("BooleanEnum", True),
                ("StringEnum", None),
                ("IntegerEnum", 1),
                ("Treat", None),
                ("Treat", {"lengthCm": 1}),
            ],
            *[("AnyTypeSchema", True), ("AnyTypeSchema", [1]), ("ComposedBool", False), ("Animal", {"species": "Cat"})],
        ],
    )
    def test_of_every_kind(self, shop, base, value):
        """Whatever the value is made of: called, read from a server, in a property, passed back in, copied."""
        made = run(
            shop,
            f"""
            class Own(shop.{base}):
                def __new__(cls, *args, note=None, **kwargs):
                    return super().__new__(cls, *args, **kwargs)

            class Holder(schemas.DictSchema):
                class MetaOapg:
                    class properties:
                        own = Own
                        __annotations__ = {{"own": own}}
            """,
        )
        own = made["Own"](value, note="of no consequence")
        assert isinstance(own, made["Own"])
        assert isinstance(own, getattr(shop, base))
        for again in (
            made["Own"].from_openapi_data_oapg(value, None),
            made["Own"](own),
            made["Holder"](own=value)["own"],
            made["Holder"](own=own)["own"],
            copy.deepcopy(own),
        ):
            assert again == own == frozen(value)
            assert isinstance(again, made["Own"])

    def test_as_a_property(self, shop):
        """A class with a constructor of its own can be a property; its constructor is for direct calls."""
        made = run(
            shop,
            """
            class Upper(schemas.StrSchema):
                def __new__(cls, value, **kwargs):
                    return super().__new__(cls, value.upper(), **kwargs)

            class Holder(schemas.DictSchema):
                class MetaOapg:
                    class properties:
                        word = Upper
                        __annotations__ = {"word": word}
            """,
        )
        assert made["Upper"]("a") == "A"
        assert isinstance(made["Holder"](word="a")["word"], made["Upper"])
        assert made["Holder"](word=made["Upper"]("a"))["word"] == "A"


class TestAccessors:
    """A ``__getitem__`` that does more than hand its argument on is called."""

    def test_lenient_items(self, shop):
        """An early form of printed classes gave `unset` for declared names that are absent."""
        made = run(
            shop,
            """
            class Lenient(schemas.DictSchema):
                class MetaOapg:
                    class properties:
                        a = schemas.StrSchema
                        __annotations__ = {"a": a}

                def __getitem__(self, name):
                    # dict_instance[name] accessor
                    if not hasattr(self.MetaOapg, 'properties') or name not in self.MetaOapg.properties.__annotations__:
                        return super().__getitem__(name)
                    try:
                        return super().__getitem__(name)
                    except KeyError:
                        return schemas.unset
            """,
        )
        lenient = made["Lenient"](b=1)
        assert lenient["a"] is shop.schemas.unset
        assert lenient["b"] == 1
        with pytest.raises(KeyError):
            lenient["c"]

    def test_items_of_a_list(self, shop):
        made = run(
            shop,
            """
            class FromOne(schemas.ListSchema):
                def __getitem__(self, i):
                    return super().__getitem__(i - 1)
            """,
        )
        assert made["FromOne"](["a", "b"])[1] == "a"


class TestUserClasses:
    """What users add to the classes of a package."""

    def test_methods(self, shop):
        """Methods, properties and constants of a subclass are there, on its own instances and in properties."""
        made = run(
            shop,
            """
            class Friendly(shop.Category):
                GREETING = "Hello"

                @property
                def label(self):
                    return f"{self['name']}s"

                def greet(self, *, twice=False):
                    return " ".join([self.GREETING] * (1 + twice) + [self.label])

                @classmethod
                def default(cls):
                    return cls(name="Dog")

            class Holder(schemas.DictSchema):
                class MetaOapg:
                    class properties:
                        friend = Friendly
                        __annotations__ = {"friend": friend}
            """,
        )
        friendly = made["Friendly"].default()
        assert friendly.greet(twice=True) == "Hello Hello Dogs"
        assert made["Holder"](friend={"name": "Cat"})["friend"].label == "Cats"
        assert made["Holder"](friend=friendly)["friend"] == friendly

    def test_subclass_without_a_body(self, shop):
        """A subclass declares what its base does; the base's value is data to it."""
        made = run(shop, "class Sub(shop.Category): pass")
        assert isinstance(made["Sub"](name="x"), shop.Category)
        assert not isinstance(shop.Category(name="x"), made["Sub"])
        assert made["Sub"].MetaOapg is shop.Category.MetaOapg
        assert made["Sub"](name="x").MetaOapg is shop.Category.MetaOapg
        with pytest.raises(shop.exceptions.ApiTypeError, match="Sub is missing"):
            made["Sub"]({})

    def test_parts_of_a_declaration_by_way_of_instances(self, shop):
        """MetaOapg is inherited like any attribute: whatever it holds is there on subclasses and on instances."""
        sub = run(shop, "class Sub(shop.Cat): pass")["Sub"]
        for owner in (sub, sub(species="Cat"), shop.Cat(species="Cat"), shop.Animal(species="Cat").__class__):
            assert isinstance(owner.MetaOapg, type)
        assert sub.MetaOapg.all_of_1 is shop.Cat.MetaOapg.all_of_1
        assert shop.Cat(species="Cat").MetaOapg.all_of_1 is shop.Cat.MetaOapg.all_of_1
        assert shop.DateWithValidations("2020-01-01").MetaOapg.format == "date"

    def test_extended_declaration(self, shop):
        """A MetaOapg class may inherit; what it states itself replaces what it inherits."""
        made = run(
            shop,
            """
            class Narrow(shop.NumberWithValidations):
                class MetaOapg(shop.NumberWithValidations.MetaOapg):
                    inclusive_maximum = 15

            class Loose(shop.NumberWithValidations):
                class MetaOapg:
                    multiple_of = 5
            """,
        )
        assert made["Narrow"](12) == 12
        for value in (16, 9):
            with pytest.raises(shop.exceptions.ApiValueError):
                made["Narrow"](value)
        assert made["Loose"](100) == 100
        with pytest.raises(shop.exceptions.ApiValueError):
            made["Loose"](12)

    def test_several_bases(self, shop):
        """An enum in front of a class with limits is an enum, and an instance of both."""
        made = run(shop, "class Both(shop.IntegerEnumOneValue, shop.IntegerMax10): pass")
        both = made["Both"].POSITIVE_0
        assert both == 0
        for cls in (made["Both"], shop.IntegerMax10, shop.IntegerEnumOneValue, shop.schemas.Singleton):
            assert isinstance(both, cls)
        assert made["Both"](0) is both
        with pytest.raises(shop.exceptions.ApiValueError):
            made["Both"](9)

    def test_enum_of_enums(self, shop):
        """Of two enums the first decides; the members that only the second has are refused when they are asked for."""
        made = run(shop, "class One(shop.IntegerEnumOneValue, shop.IntegerEnum): pass")
        assert made["One"].POSITIVE_0 is made["One"](0)
        assert isinstance(made["One"](0), shop.schemas.Singleton)
        for name in ("POSITIVE_1", "POSITIVE_2"):
            with pytest.raises(shop.exceptions.ApiValueError):
                getattr(made["One"], name)
        with pytest.raises(shop.exceptions.ApiValueError):
            made["One"](1)

    def test_subclass_of_an_enum(self, shop):
        """The members of a subclass are instances of the subclass."""
        made = run(shop, "class Sub(shop.Currency): pass")
        assert made["Sub"].EUR is made["Sub"]("eur")
        assert isinstance(made["Sub"].EUR, made["Sub"])
        assert not isinstance(shop.Currency.EUR, made["Sub"])
        assert made["Sub"].EUR == shop.Currency.EUR

    def test_enum_without_members(self, shop):
        """A table of values is enough for an enum."""
        made = run(
            shop,
            """
            class Size(schemas.EnumBase, schemas.StrSchema):
                class MetaOapg:
                    enum_value_to_name = {"s": "SMALL", "l": "LARGE"}
            """,
        )
        assert made["Size"]("s") is made["Size"]("s")
        with pytest.raises(shop.exceptions.ApiValueError):
            made["Size"]("m")

    def test_classes_made_by_calls(self, shop):
        """`type` and `types.new_class` make schema classes as a class statement does."""
        meta = type("MetaOapg", (), {"max_length": 2})
        cls = type("Short", (shop.StrSchema,), {"MetaOapg": meta})
        assert isinstance(cls("ab"), cls)
        with pytest.raises(shop.exceptions.ApiValueError):
            cls("abc")

    def test_type_expressions(self, shop):
        """Models can stand in unions and annotations, which tools evaluate."""
        assert isinstance(shop.Category(name="x"), shop.Category | None)
        assert typing.get_args(typing.Optional[shop.Category])[0] is shop.Category  # noqa: UP045
        made = run(
            shop,
            """
            import typing
            def f(category: shop.Category, *names: schemas.StrSchema) -> typing.List[shop.Category]: ...
            """,
        )
        assert typing.get_type_hints(made["f"])["category"] is shop.Category

    def test_single_dispatch(self, shop):
        """Functions can be chosen by the class of an instance."""

        @functools.singledispatch
        def kind(value):
            return "other"

        kind.register(shop.Animal)(lambda value: "animal")
        kind.register(str)(lambda value: "text")
        assert kind(shop.Animal(species="Cat")) == "animal"
        assert kind(shop.StrSchema("x")) == "text"
        assert kind(shop.StringEnum(None)) == "other"

    def test_matching(self, shop):
        """Instances can be matched as the mappings, sequences and values they are."""
        match shop.Pet(name="Rex", photoUrls=["a"], status="sold"):
            case {"name": str(name), "photoUrls": [first], "status": "sold"}:
                assert (name, first) == ("Rex", "a")
            case _:
                pytest.fail("a mapping pattern did not match")


class TestBesideOurModels:
    """Classes in the old notation and the models of this package go together."""

    def test_an_extended_model(self):
        """The MetaOapg that a model shows can be extended like a printed one."""

        class Extended(Task):
            class MetaOapg(Task.MetaOapg):
                required = {"id"}  # noqa: RUF012

                class properties(Task.MetaOapg.properties):
                    extra = flat_api.schemas.IntSchema
                    __annotations__ = {**Task.MetaOapg.properties.__annotations__, "extra": extra}

        made = Extended(id="a", state="done", extra=1)
        assert made["state"] is Task.State.DONE
        assert made.extra == 1
        assert isinstance(made, Task)
        for data in ({"state": "done"}, {"id": "a", "extra": "x"}, {"id": "a", "state": "x"}):
            with pytest.raises((flat_api.exceptions.ApiTypeError, flat_api.exceptions.ApiValueError)):
                Extended(data)

    def test_a_model_as_a_property_and_as_a_branch(self):
        """A model is a property, an item or a branch like any class."""

        class Holder(flat_api.schemas.ComposedSchema):
            class MetaOapg:
                class properties:
                    task = Task
                    __annotations__ = {"task": task}

                @staticmethod
                def any_of():
                    return [Task, flat_api.schemas.DictSchema]

        made = Holder(id="a", task={"state": "done"})
        assert isinstance(made, Task)
        assert type(made["task"]) is Task
        assert made["task"].state is Task.State.DONE


class TestDeclarations:
    """Spellings of MetaOapg that the runtime of such packages took."""

    def test_functions(self, shop):
        """References may be static methods or plain functions, and compositions any callable."""
        made = run(
            shop,
            """
            class Flexible(schemas.ComposedSchema):
                class MetaOapg:
                    all_of = staticmethod(lambda: [Part])
                    @classmethod
                    def any_of(cls):
                        return [Part, schemas.AnyTypeSchema]

            class Part(schemas.DictSchema):
                class MetaOapg:
                    class properties:
                        def part(): return Part
                        __annotations__ = {"part": part, "parts": lambda: Parts}
                    def additional_properties(): return Parts
                    @staticmethod
                    def discriminator(): return {"kind": {"part": Part}}

            class Parts(schemas.ListSchema):
                class MetaOapg:
                    def items(): return Part
            """,
        )
        data = {"kind": "part", "part": {"kind": "part"}, "parts": [{"kind": "part"}]}
        with pytest.raises(shop.exceptions.ApiTypeError):
            made["Flexible"](data)  # `kind` is additional, so it would have to be a list
        assert made["Part"].MetaOapg.properties.part() is made["Part"]
        part = run(
            shop,
            """
            class Part(schemas.DictSchema):
                class MetaOapg:
                    class properties:
                        __annotations__ = {"part": lambda: Part, "parts": lambda: Parts}
                    def additional_properties(): return schemas.StrSchema

            class Parts(schemas.ListSchema):
                class MetaOapg:
                    def items(): return Part
            """,
        )
        made = part["Part"](part={}, parts=[{"part": {}}], other="x")
        assert isinstance(made["parts"][0]["part"], part["Part"])
        assert isinstance(made["other"], shop.StrSchema)

    def test_no_meta(self, shop):
        """Bases and a mixin make a class without any MetaOapg."""
        made = run(
            shop,
            """
            class Text(schemas.StrBase, schemas.NoneBase, schemas.Schema, schemas.NoneStrMixin): pass
            class Array(schemas.ListBase, schemas.NoneBase, schemas.Schema, schemas.NoneTupleMixin): pass
            class Object(schemas.DictBase, schemas.NoneBase, schemas.Schema, schemas.NoneFrozenDictMixin): pass
            """,
        )
        assert made["Text"]("x") == "x"
        assert made["Array"]([1])[0] == 1
        assert made["Object"](a=1)["a"] == 1
        assert made["Object"](a=1).get_item_oapg("b") is shop.schemas.unset
        assert all(cls(None).is_none_oapg() for cls in (made["Text"], made["Array"], made["Object"]))

    @pytest.mark.parametrize(
        "key",
        [
            *(
                "_format",
                "_declaration",
                "_compiled",
                "_facts",
                "_converter",
                "_matched",
                "_types",
                "_singles",
                "_hash",
            ),
            *(
                "_anonymous",
                "_runtime",
                "MetaOapg",
                "where",
                "mro",
                "__class__",
                "__slots__",
                "to_dict",
                "from_json",
                "None",
            ),
            *(
                "data",
                "out",
                "v",
                "found",
                "node",
                "new",
                "update",
                "refuse",
                "Decimal",
                "x-y",
                "",
                "'",
                "{key}",
                "\n\\",
            ),
        ],
    )
    def test_keys_of_any_name(self, shop, key):
        """No key is in the way of what the runtime keeps in a class or calls by name."""
        properties = type("properties", (), {"__annotations__": {key: shop.StrSchema, "other": shop.IntSchema}})
        cls = type("Odd", (shop.DictSchema,), {"MetaOapg": type("MetaOapg", (), {"properties": properties})})
        made = cls.from_openapi_data_oapg({key: "x", "other": 1})
        assert made == {key: "x", "other": 1}
        assert isinstance(made[key], shop.StrSchema)
        assert cls(made) == cls({"other": 1}, **{key: "x"}) == made
        assert hash(made) == hash(cls(made))
        with pytest.raises(shop.exceptions.ApiTypeError) as caught:
            cls({key: 5})
        assert caught.value.path_to_item == ("args[0]", key)

    def test_annotations_as_text(self, shop):
        """A module with postponed annotations declares the same classes."""
        made = run(
            shop,
            """
            from __future__ import annotations
            class Later(schemas.DictSchema):
                class MetaOapg:
                    required = {"a"}
                    class properties:
                        a = schemas.IntSchema
                        __annotations__ = {"a": a}
                a: MetaOapg.properties.a
                def __new__(
                    cls, *_args: dict, a: MetaOapg.properties.a | int,
                    _configuration: schemas.Configuration | None = None, **kwargs: schemas.AnyTypeSchema
                ) -> Later:
                    return super().__new__(cls, *_args, a=a, _configuration=_configuration, **kwargs)
            """,
        )
        assert made["Later"](a=1)["a"].as_int_oapg == 1
        with pytest.raises(TypeError):
            made["Later"](b=1)


def test_first_use_from_many_threads(shop):
    """Classes can be used for the first time by several threads at once."""
    made = run(
        shop,
        """
        class Fresh(schemas.DictSchema):
            class MetaOapg:
                class properties:
                    animal = staticmethod(lambda: shop.Animal)
                    size = schemas.IntSchema
                    __annotations__ = {"animal": animal, "size": size}
        """,
    )
    data = {"animal": {"species": "Cat"}, "size": 1, "more": [None, True]}
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: made["Fresh"].from_openapi_data_oapg(data), range(64)))
    assert {type(result) for result in results} == {type(results[0])}
    assert all(result == results[0] and isinstance(result["animal"], shop.Cat) for result in results)
    assert results[0]["more"][1] is results[-1]["more"][1]
