"""The modules of methods have the names of the earlier client, and the values are those of the declarations."""

from __future__ import annotations

import importlib
import pickle
import subprocess
import sys
import typing

import pytest

import flat_api
from flat_api.api_client import Api, ApiResponse
from flat_api.apis._inputs import input_type
from flat_api.apis._paths import PATHS, module_name
from flat_api.apis._service import FlatApi
from flat_api.apis.tags.collection_api import CollectionApi
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.exceptions import ApiTypeError
from flat_api.model.collection_creation import CollectionCreation
from flat_api.model.flat_error_response import FlatErrorResponse
from flat_api.model.task import Task
from flat_api.operations import Operation
from flat_api.schemas import BinarySchema, IntSchema, StrSchema, declaration_of

OPERATIONS = {
    f"{module_name(path)}.{method}": operation
    for path, methods in PATHS.items()
    for method, operation in methods.items()
}
each_module = pytest.mark.parametrize("name", OPERATIONS)


def module(name: str) -> typing.Any:
    return importlib.import_module(f"flat_api.paths.{name}")


LISTED = {
    "tasks_task.get": """FlatErrorResponse Task api_client exceptions schemas
        ApiForget ApiResponseFor200 ApiResponseForDefault BaseApi GetTask RequestOptionalPathParams
        RequestPathParams RequestRequiredPathParams SchemaFor0ResponseBodyApplicationJson
        SchemaFor200ResponseBodyApplicationJson TaskSchema _all_accept_content_types _auth _response_for_200
        _response_for_default _status_code_to_response path request_path_task""",
    "classes_class_assignments.post": """Assignment ClassAssignmentUpdate FlatErrorResponse
        api_client exceptions request_body_body schemas
        ApiForpost ApiResponseFor200 ApiResponseForDefault BaseApi
        CreateClassAssignment ModelClassSchema RequestOptionalPathParams RequestPathParams RequestRequiredPathParams
        SchemaFor0ResponseBodyApplicationJson SchemaFor200ResponseBodyApplicationJson
        SchemaForRequestBodyApplicationJson _all_accept_content_types _auth _response_for_200 _response_for_default
        _status_code_to_response path request_path__class request_body_class_assignment_update""",
    "scores_score_tracks.get": """FlatErrorResponse ScoreTrack api_client exceptions schemas
        ApiForget ApiResponseFor200 ApiResponseFor403 ApiResponseFor404
        ApiResponseForDefault AssignmentSchema BaseApi ListAutoTrackSchema ListScoreTracks RequestOptionalPathParams
        RequestOptionalQueryParams RequestPathParams RequestQueryParams RequestRequiredPathParams
        RequestRequiredQueryParams SchemaFor0ResponseBodyApplicationJson SchemaFor200ResponseBodyApplicationJson
        SchemaFor403ResponseBodyApplicationJson SchemaFor404ResponseBodyApplicationJson ScoreSchema SharingKeySchema
        _all_accept_content_types _auth _response_for_200 _response_for_403 _response_for_404 _response_for_default
        _status_code_to_response path request_path_score request_query_assignment request_query_list_auto_track
        request_query_sharing_key""",
    "scores_score.delete": """FlatErrorResponse api_client exceptions schemas
        ApiFordelete ApiResponseFor204 ApiResponseFor403 ApiResponseFor404
        ApiResponseForDefault BaseApi DeleteScore NowSchema
        RequestOptionalPathParams RequestOptionalQueryParams RequestPathParams RequestQueryParams
        RequestRequiredPathParams RequestRequiredQueryParams SchemaFor0ResponseBodyApplicationJson
        SchemaFor403ResponseBodyApplicationJson SchemaFor404ResponseBodyApplicationJson ScoreSchema
        _all_accept_content_types _auth _response_for_204 _response_for_403 _response_for_404 _response_for_default
        _status_code_to_response path request_path_score request_query_now""",
}


class TestNames:
    """Which names there are."""

    @pytest.mark.parametrize("name", LISTED)
    def test_listed(self, name: str):
        assert dir(module(name)) == sorted(LISTED[name].split())

    @each_module
    def test_all_can_be_imported(self, name: str):
        """Each listed name can be imported, gives the same each time, and no two parts of a module share one."""
        found = module(name)
        for entry in dir(found):
            names: dict[str, typing.Any] = {}
            exec(f"from flat_api.paths.{name} import {entry}", names)
            assert names[entry] is getattr(found, entry)
        prefixes = tuple(f"request_{place}_" for place in ("path", "query", "header"))
        listed = [entry for entry in dir(found) if entry.startswith(prefixes)]
        assert len(listed) == len(OPERATIONS[name].parameters)

    def test_nothing_is_made_by_an_import(self):
        """An import of a module makes none of its classes."""
        count = "sum(cls.__module__ == get.__name__ for cls in FlatApi.__subclasses__())"
        program = (
            "from flat_api.apis._service import FlatApi; from flat_api.paths.tasks_task import get; "
            f"print({count}); get.ApiForget; print({count})"
        )
        assert subprocess.check_output([sys.executable, "-c", program], text=True).split() == ["0", "1"]

    def test_what_others_have(self):
        """A name that belongs to other methods only is one that the module lacks."""
        found = module("tasks_task.get")
        for name in ("RequestQueryParams", "request_body_task", "ApiForpost", "_response_for_404", "__path__"):
            assert not hasattr(found, name)


class TestImports:
    """What modules of the earlier client imported for themselves is there for those who import it from them."""

    @each_module
    def test_modules(self, name: str):
        found = module(name)
        assert found.schemas is flat_api.schemas and found.api_client is flat_api.api_client
        assert found.exceptions is flat_api.exceptions

    @each_module
    def test_models(self, name: str):
        """The models in the body and the answers, and those of the items of lists."""
        found, operation = module(name), OPERATIONS[name]
        assert found.FlatErrorResponse is FlatErrorResponse
        contents = [answer.content or {} for answer in operation.responses.values()]
        contents += [operation.body.content] if operation.body else []
        for schema in [entry.schema for content in contents for entry in content.values()]:
            for model in (schema, declaration_of(schema).items):
                if model is not None and model.__module__.startswith("flat_api.model."):
                    assert getattr(found, model.__name__) is model

    def test_paths(self):
        """The package of a path has `PathValues`, of which its path is one."""
        from flat_api.paths import PathValues, tasks_task

        assert tasks_task.PathValues is PathValues and tasks_task.path is PathValues.TASKS_TASK


class TestClasses:
    @each_module
    def test_base(self, name: str):
        """The two classes of a module share a base, which has the operation under its private name."""
        found, operation = module(name), OPERATIONS[name]
        own = getattr(found, operation.id[0].upper() + operation.id[1:])
        by_method = getattr(found, f"ApiFor{name.rpartition('.')[2]}")
        assert own.__bases__ == by_method.__bases__ == (found.BaseApi,)
        assert issubclass(found.BaseApi, Api)
        assert getattr(own, f"_{operation.name}_oapg") is operation

    @each_module
    def test_auth(self, name: str):
        assert module(name)._auth == list(OPERATIONS[name].auth or ["OAuth2"])


class TestParameters:
    @each_module
    def test_typed_dicts(self, name: str):
        """There is a TypedDict for each place that has parameters, with their keys and what they may be."""
        found = module(name)
        for place in ("path", "query", "header", "cookie"):
            declared = [entry for entry in OPERATIONS[name].parameters if entry.in_type.value == place]
            made = getattr(found, f"Request{place.capitalize()}Params", None)
            assert (made is None) == (not declared)
            if made is None:
                continue
            assert typing.get_type_hints(made) == {entry.name: input_type(entry.value_schema) for entry in declared}
            assert made.__required_keys__ == {entry.name for entry in declared if entry.required}
            assert (
                made.__required_keys__ == getattr(found, f"RequestRequired{place.capitalize()}Params").__required_keys__
            )
            assert (
                made.__optional_keys__ == getattr(found, f"RequestOptional{place.capitalize()}Params").__optional_keys__
            )

    def test_checks_of_typed_dicts(self):
        """The check that classes of operations inherit reads them."""
        check, params = Api._verify_typed_dict_inputs_oapg, module("tasks_task.get").RequestPathParams
        check(params, {"task": "5b0f"})
        with pytest.raises(ApiTypeError, match="RequestPathParams missing 1 required arguments: "):
            check(params, {})
        with pytest.raises(ApiTypeError, match="RequestPathParams got 1 unexpected keys: "):
            check(params, {"task": "5b0f", "tusk": ""})

    def test_typed_dicts_through_a_pickle(self):
        """A TypedDict is found where it says that it is."""
        params = module("tasks_task.get").RequestPathParams
        assert pickle.loads(pickle.dumps(params)) is params

    def test_parameters_and_their_classes(self):
        """Each parameter stands under its place and name, and its class under its name."""
        found = module("collections.get")
        declared = {entry.name: entry for entry in CollectionApi.list_collections.parameters}
        assert found.request_query_sort is declared["sort"]
        assert found.SortSchema is CollectionApi.Sort
        assert issubclass(found.LimitSchema, IntSchema)
        found = module("scores_score.get")
        assert (found.request_query_sharing_key.name, found.SharingKeySchema) == ("sharingKey", StrSchema)

    def test_a_parameter_that_is_a_keyword(self):
        """A parameter called class stands where the earlier generator put it."""
        found = module("classes_class.get")
        assert (found.request_path__class.name, found.ModelClassSchema) == ("class", StrSchema)

    def test_a_parameter_can_be_serialized(self):
        assert module("tasks_task.get").request_path_task.serialize("5b/0f") == {"task": "5b%2F0f"}


class TestBodies:
    def test_a_body(self):
        """The body stands under the name of its model, and the model under the media type."""
        found = module("collections.post")
        assert found.request_body_collection_creation is CollectionApi.create_collection.body
        assert found.request_body_body is found.request_body_collection_creation
        assert found.SchemaForRequestBodyApplicationJson is CollectionCreation

    @each_module
    def test_where_there_is_one(self, name: str):
        names = dir(module(name))
        has_schema = any(entry.startswith("SchemaForRequestBodyApplication") for entry in names)
        has_body = any(entry.startswith("request_body_") for entry in names)
        assert has_body == has_schema == ("request_body_body" in names) == (OPERATIONS[name].body is not None)


class TestAnswers:
    @each_module
    def test_by_status(self, name: str):
        """The declared answers stand under their statuses; that of all errors for the errors, and for the rest."""
        found, operation = module(name), OPERATIONS[name]
        answers = found._status_code_to_response
        declared = {
            **dict.fromkeys([*map(str, operation.errors), "default"], FlatApi.default_response),
            **operation.responses,
        }
        assert answers.keys() == declared.keys()
        for status, answer in answers.items():
            assert getattr(found, f"_response_for_{status}") is answer
            assert answer.headers == declared[status].headers
            assert (answer.content is None) == (declared[status].content is None)
            assert (answer.content or {}).items() >= (declared[status].content or {}).items()
            assert getattr(found, f"ApiResponseFor{status[0].upper()}{status[1:]}") is answer.response_cls
        assert len({answer.response_cls for answer in answers.values()}) == len(answers)
        assert all(issubclass(answer.response_cls, ApiResponse) for answer in answers.values())
        assert len(answers) == sum(entry.startswith("_response_for_") for entry in dir(found))

    def test_classes_of_bodies(self):
        """The class of a body stands under status and media type, and that of all errors under 0."""
        found = module("tasks_task.get")
        assert found.SchemaFor200ResponseBodyApplicationJson is Task
        assert found.SchemaFor0ResponseBodyApplicationJson is FlatErrorResponse
        assert module("scores_score_revisions.post").SchemaFor402ResponseBodyApplicationJson is FlatErrorResponse

    def test_several_media_types(self):
        """Each media type has a name, in which the signs between its words are left out."""
        operation: Operation[typing.Any] = ScoreApi.get_score_revision_data
        found = module(f"{module_name(operation.path)}.get")
        for media_type in ("ApplicationVndRecordareMusicxmlxml", "ApplicationVndRecordareMusicxml", "AudioMp3"):
            assert issubclass(getattr(found, f"SchemaFor200ResponseBody{media_type}"), BinarySchema)

    @pytest.mark.parametrize(
        ("name", "media_type"),
        [("csv", "TextCsv"), ("excel", "ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheet")],
    )
    def test_errors_of_tables(self, name: str, media_type: str):
        """Where the API's document says that errors are tables too, they have the name, and can be read as JSON."""
        found = module(f"classes_class_assignments_assignment_submissions_{name}.get")
        assert getattr(found, f"SchemaFor0ResponseBody{media_type}") is FlatErrorResponse
        assert issubclass(getattr(found, f"SchemaFor200ResponseBody{media_type}"), BinarySchema)
        assert found.SchemaFor0ResponseBodyApplicationJson is FlatErrorResponse
        assert len(found._response_for_default.content) == 2

    def test_no_body(self):
        """An answer without a body has no class for one."""
        assert module("scores_score.delete")._response_for_204.content is None
        assert not hasattr(module("scores_score.delete"), "SchemaFor204ResponseBodyApplicationJson")
