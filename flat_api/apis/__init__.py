"""The operations of the API: `flat_api.apis.tags` has one module for each tag, with one class of operations.

`flat_api.apis.tag_to_api` and `flat_api.apis.path_to_api` find these classes by tag, and by path. Nothing is loaded
before it is asked for.
"""
