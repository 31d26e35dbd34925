"""The walk, the slow path: complete. It accepts whatever a schema accepts, and finds every problem and its path."""

from __future__ import annotations

import typing

from frozendict import frozendict

from ..exceptions import SENTENCES, OpenApiException, Path, Problem, refusal, shown
from ._cast import BROKEN, Cast, excerpt
from ._composition import Composition, declared_types
from ._declaration import Converter, Declaration, Declared, declaration_of, matched_of
from ._examination import ALL, OUTSIDE, Place, finding_at
from ._findings import Finding, refusal_of
from ._formats import FORMATS
from ._instances import Found, Match, build
from ._primitives import entries, is_array, is_object, primitive_of
from ._unset import unset

T = typing.TypeVar("T")

ROOT: Path = ("args[0]",)
CONTAINERS: frozenset[type] = frozenset({frozendict, tuple})

DEPTH_SHOWN = 200
"""Steps of the path in the error about data that are nested too deeply."""


def guarded(data: object, run: typing.Callable[..., T], *arguments: typing.Any) -> T:
    """Return ``run(*arguments)``; data nested too deeply for it raise `ApiValueError` instead of RecursionError."""
    try:
        return run(*arguments)
    except RecursionError:
        problem = Problem(_deepest(data), SENTENCES["depth"], "depth")
    raise refusal([problem])


def _deepest(data: object) -> Path:
    """A path into *data* that is too deep to follow by recursion, found without it; as long as is worth showing."""
    levels, steps = [iter([(ROOT[0], data)])], list[object]()
    while levels:
        key, value = next(levels[-1], (None, None))
        if key is None and value is None:
            levels.pop()
            del steps[-1:]
        elif isinstance(value, (dict, list, tuple)):
            steps.append(key)
            if len(steps) > DEPTH_SHOWN:
                return tuple(steps)
            levels.append(iter(entries(typing.cast(object, value))))
    return ROOT


class Walk:
    """One run of the walk: which checks are *disabled*, and the *problems* met so far.

    It goes where the fast path does not: a member that a converter accepts is done, and only the rest is cast, looked
    at keyword by keyword, and walked in turn. *fast* returns the converter of a class with some checks left out.
    Trials of the branches of a composition are runs of their own that end at the first problem; they share *tried*, so
    that no value is tried twice with the same schema.

    A *lenient* run finds the same problems, and keeps the values that have them: see `_is_kept` and `_untyped`.
    """

    def __init__(
        self,
        fast: FastPath,
        disabled: frozenset[str],
        server: bool = True,
        tried: Tried | None = None,
        lenient: bool = False,
    ) -> None:
        self.fast = fast
        self.disabled = disabled
        self.cast = Cast(server=server)
        self.data: typing.Any = unset
        self.problems: list[Finding] = []
        self.valid_classes: frozenset[type] | None = None
        self.hasty = tried is not None and not lenient
        self.lenient = lenient
        self.composed = False
        self.seen: dict[tuple[type, int, frozenset[type]], Found | None] = {}
        self.tried: Tried = {} if tried is None else tried

    def instance(self, classes: tuple[type, ...], data: object) -> typing.Any:
        """The instance that all of *classes* make of *data*.

        Raises the refusal when there is any problem; in a lenient run, when the problem leaves nothing to keep.
        """
        matches = self.matches(classes, data)
        is_kept = self.lenient and not self.cast.problems and not any(match is None for match in matches)
        refusal = None if is_kept else self.refusal()
        if refusal is not None:
            raise refusal
        found: typing.Any = matches[0]
        for other in matches[1:]:
            found = Match.of(found).merged(other)
        return build(found)

    def matches(self, classes: tuple[type, ...], data: object) -> list[Found | None]:
        """Return how each of *classes* takes *data*; None where it does not."""
        self.data = data
        value = self.cast.cast(data, ROOT) if len(classes) > 1 else data
        return [self.examine(cls, value, ROOT) for cls in classes]

    def refusal(self) -> OpenApiException | None:
        """The error about all problems; None where there are none."""
        problems = self.found
        return refusal_of(problems, None if self.cast.problems else self.valid_classes) if problems else None

    def visit(self, data: object, places: typing.Iterable[Place]) -> None:
        """Note what is wrong at *places* in *data*, those that a quick look found, as if all had been walked."""
        self.data = data
        for place in places:
            path, value, cls, rule = place
            if rule is ALL:
                self.examine(cls, value, path)
            elif rule is OUTSIDE:
                declaration, primitive = declaration_of(cls), primitive_of(value)
                self._check_keywords(declaration, primitive, value, path)
                if primitive is frozendict:
                    self._check_names(declaration, value, path)
            else:
                if not self.problems:
                    self.valid_classes = rule[1].get("types")
                self.problems.append(finding_at(place))

    @property
    def found(self) -> list[Finding]:
        """All problems: what is no data at all comes first."""
        problems = self.cast.problems + self.problems if self.cast.problems else self.problems
        if self.composed or self.lenient:  # branches may have found the same, and what is kept is cast once more
            problems = list(dict.fromkeys(problems))
        return problems

    def examine(self, cls: type, value: typing.Any, path: Path, entered: frozenset[type] = frozenset()) -> Found | None:
        """Return how *cls* accepts *value*, or None. *entered* are the classes that ask on its behalf."""
        if isinstance(type(value), Declared) and cls in matched_of(value):
            return typing.cast(Found, value)
        declaration = declaration_of(cls)
        cast = self.cast
        value = cast.cast(value, path) if declaration.sees_inside else cast.shallow(value, path)
        if value is BROKEN:
            return None
        if not value or not cast.made or id(value) not in cast.made:  # Python has one empty tuple for all places
            return self._examine(declaration, value, path, entered)
        key = (cls, id(value), entered)  # inside a composition, branches that share a schema ask for the same again
        if key not in self.seen:
            self.seen[key] = self._examine(declaration, value, path, entered)
        return self.seen[key]

    def _examine(
        self, declaration: Declaration, value: typing.Any, path: Path, entered: frozenset[type]
    ) -> Found | None:
        primitive, before = primitive_of(value), len(self.problems)
        if not self._check_kind(declaration, primitive, value, path):
            return Match(value, declaration.cls) if self._is_unknown_member(declaration, primitive) else None
        match = Match(value, declaration.cls)
        if declaration.formats:
            self._check_format(declaration, primitive, value, path)
        if declaration.keywords:
            self._check_keywords(declaration, primitive, value, path)
        is_typed = primitive in CONTAINERS or len(self.problems) == before
        if primitive is frozendict:
            self._examine_object(declaration, value, path, match.members)
        elif primitive is tuple:
            self._examine_array(declaration, value, path, match.members)
        if declaration.composed:
            self.composed = True
            agreed = Composition(self, declaration, value, path, entered).examine(match)
            is_typed = is_typed and (agreed or (primitive in CONTAINERS and declaration.declares_members))
        if len(self.problems) == before:
            return match
        return match if self.lenient and self._is_kept(declaration, primitive, path, is_typed) else None

    def _is_kept(self, declaration: Declaration, primitive: type, path: Path, is_typed: bool) -> bool:
        """Return whether a value with problems is an instance of its class all the same, in a lenient run.

        An object or array is, and its members are typed: the problems are those of members, names or counts. A scalar
        is not, and neither is a value that no branch of a composition accepts, unless it is the root: an instance of
        the class is what the caller asked for there.
        """
        return is_typed or (path == ROOT and primitive in declared_types(declaration))

    def _is_unknown_member(self, declaration: Declaration, primitive: type) -> bool:
        """Return whether a lenient run keeps a scalar that is none of the enum as an instance of the enum's class."""
        if not self.lenient or declaration.enum is None:
            return False
        return primitive in declaration.types and primitive not in CONTAINERS

    def _untyped(self, value: typing.Any, path: Path) -> Found | None:
        """Return *value* as it came, for a place where it does not fit in a lenient run."""
        return self.examine(Declaration.untyped, value, path)

    def trial(
        self, cls: type, value: typing.Any, path: Path, entered: frozenset[type], lenient: bool = False
    ) -> tuple[Found | None, Finding | None]:
        """Return how *cls* takes *value*, without consequence: the match, or the first thing wrong."""
        key = (cls, id(value), entered, lenient)
        if key not in self.tried:
            run = Walk(self.fast, self.disabled, tried=self.tried, lenient=lenient)
            run.data = self.data
            run.cast = self.cast  # which knows what it has cast, and has nothing to complain of any more
            match = run.examine(cls, value, path, entered)
            self.tried[key] = value, match, run.problems[0] if run.problems else None
        _, match, reason = self.tried[key]
        return match, reason

    def refuse(self, kind: str, path: Path, value: object, **facts: object) -> None:
        """Note a problem with *value*, cast data; nothing is put into words yet."""
        self.problems.append(Finding(kind, path, value, self._given(path, value), facts))

    def _given(self, path: Path, value: object) -> object:
        """Return what was passed at *path*; *value*, which was made of it, where that is not to be found."""
        given = self.data
        try:
            for step in path[1:]:
                given = given[step]
        except Exception:  # whatever a foreign object does when it is looked at
            return value
        return given

    def _check_kind(self, declaration: Declaration, primitive: type, value: typing.Any, path: Path) -> bool:
        """Return whether the value is one of the enum, and of the right type; the rest is of interest only then."""
        if declaration.is_closed_enum and "enum" not in self.disabled and declaration.member(value) is unset:
            self.refuse("enum", path, value, wanted=declaration.shown_enum, **_excerpt(value, primitive))
        elif primitive not in declaration.types:
            self._refuse_type(declaration, value, path)
        else:
            return True
        if is_object(value) or is_array(value):
            self.cast.cast(value, path)  # what is no data is told of even here
        return False

    def _refuse_type(self, declaration: Declaration, value: typing.Any, path: Path) -> None:
        if not self.problems:
            self.valid_classes = declaration.types
        self.refuse("type", path, value, wanted=declaration.shown_types, types=declaration.types)

    def _check_format(self, declaration: Declaration, primitive: type, value: typing.Any, path: Path) -> None:
        if "format" in self.disabled:
            return
        for name in declaration.formats:
            rule = FORMATS[name]
            if rule.primitive is primitive and not rule.test(value):
                kind = name if name in SENTENCES else "format"
                return self.refuse(kind, path, value, wanted=rule.name)

    def _check_keywords(self, declaration: Declaration, primitive: type, value: typing.Any, path: Path) -> None:
        for keyword, limit in declaration.keywords:
            if keyword.primitive is primitive and keyword.name not in self.disabled and not keyword.holds(value, limit):
                self.refuse(keyword.name, path, value, wanted=limit, **_excerpt(value, primitive))

    def _examine_object(
        self, declaration: Declaration, value: typing.Any, path: Path, members: dict[object, Found]
    ) -> None:
        self._check_names(declaration, value, path)
        known, other = self._member_converters(declaration)
        hasty = self.hasty
        for key, item in value.items():
            if hasty and self.problems:
                return
            # The fast path first; it gives no reasons, they are found here.
            try:
                members[key] = known.get(key, other)(item)
            except RecursionError:
                raise
            except Exception:
                self._examine_member(declaration, key, item, path, members)

    def _member_converters(self, declaration: Declaration) -> tuple[dict[str, Converter], Converter]:
        """Return the converters of the properties by key, and that of any other key."""
        found: tuple[dict[str, Converter], Converter] | None = declaration.member_converters.get(self.disabled)
        if found is None:
            known = {name: self.fast(schema, self.disabled) for name, schema in declaration.schemas.items()}
            found = known, self.fast(declaration.undeclared, self.disabled)
            declaration.member_converters[self.disabled] = found
        return found

    def _examine_member(
        self, declaration: Declaration, key: typing.Any, item: typing.Any, path: Path, members: dict[object, Found]
    ) -> None:
        found: Found | None = None
        place = (*path, key)
        schema = declaration.schemas.get(key)
        if schema is None and declaration.is_closed:
            self._complain_of_undeclared(declaration, key, path)
        else:
            found = self.examine(schema or declaration.undeclared, item, place)
        if found is None and self.lenient:
            found = self._untyped(item, place)
        if found is not None:
            members[key] = found

    def _examine_array(
        self, declaration: Declaration, value: typing.Any, path: Path, members: dict[object, Found]
    ) -> None:
        schema = declaration.item
        convert = self.fast(schema, self.disabled)
        for index, item in enumerate(value):
            if self.hasty and self.problems:
                return
            try:
                members[index] = convert(item)
            except RecursionError:
                raise
            except Exception:  # as above
                found = self.examine(schema, item, (*path, index))
                if found is None and self.lenient:
                    found = self._untyped(item, (*path, index))
                if found is not None:
                    members[index] = found

    def _check_names(self, declaration: Declaration, value: typing.Any, path: Path) -> None:
        required = declaration.required_of_server if self.cast.server else declaration.required_of_program
        missing = sorted(required.difference(value)) if required else ()
        if missing:
            self.refuse("required", path, value, name=declaration.cls.__name__, missing=tuple(missing))
        if declaration.is_closed:
            invalid = sorted(map(shown, set(value).difference(declaration.properties, declaration.required)))
            if invalid:
                self._refuse_names(declaration, tuple(invalid), path, value)

    def _complain_of_undeclared(self, declaration: Declaration, key: object, path: Path) -> None:
        """A closed object can't hold a name that it requires but does not declare; others are on the list already."""
        if key in declaration.required:
            self._refuse_names(declaration, (shown(key),), path, None)

    def _refuse_names(self, declaration: Declaration, names: tuple[str, ...], path: Path, value: object) -> None:
        declared = tuple(declaration.properties)
        name = declaration.cls.__name__
        self.refuse("additionalProperties", path, value, name=name, undeclared=names, declared=declared)


Tried = dict[tuple[type, int, frozenset[type], bool], tuple[object, "Found | None", "Finding | None"]]
"""Trials by class, value, the classes that asked and leniency; with the value, so that its id stays its own."""


FastPath = typing.Callable[[type, frozenset[str]], Converter]
"""Returns the converter of a class, with the checks in the set left out, which accepts a value or raises."""


def _excerpt(value: typing.Any, primitive: type) -> dict[str, str]:
    """Return what is told of a container, which may be another one once it is read; nothing for a scalar."""
    return {"found": excerpt(value, primitive)} if primitive in CONTAINERS else {}
