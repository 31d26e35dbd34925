"""The models of the pet shop: an API made of everything that a generator of clients may stumble over."""

from __future__ import annotations

from .printer import LEFT, Ref, Shape

STRING, INTEGER, NUMBER, BOOLEAN = Shape("string"), Shape("integer"), Shape("number"), Shape("boolean")
NULL, OBJECT, ARRAY, ANYTHING = Shape("null"), Shape("object"), Shape("array"), Shape()
DATE, DATE_TIME, UUID = Shape("string", "date"), Shape("string", "date-time"), Shape("string", "uuid")
BINARY, DECIMAL = Shape("string", "binary"), Shape("string", "number")
INT32, INT64 = Shape("integer", "int32"), Shape("integer", "int64")
FLOAT, DOUBLE = Shape("number", "float"), Shape("number", "double")
NULLABLE_OBJECT = Shape("object", nullable=True)


def words(**values: str) -> Shape:
    """An enum of strings: the name of each member and its value."""
    return Shape("string", enum={f'"{value}"': name for name, value in values.items()})


def array(items: Shape | Ref, **limits: str) -> Shape:
    return Shape("array", items=items, limits=limits)


def text(pattern: str, flags: str | None = None) -> Shape:
    return Shape("string", pattern=(pattern, flags))


def chosen(by: str, *models: str) -> dict[str, object]:
    """A oneOf whose discriminator holds the name of the model."""
    return {
        "one_of": [Ref(model) for model in models],
        "discriminator": by,
        "mapping": {name: name for name in models},
    }


# A discriminator on an object that its branches extend; one behind the other; and in circles.
ANIMALS = {
    "Animal": Shape(
        "object",
        properties={"species": STRING, "color": STRING},
        required=("species",),
        discriminator="species",
        mapping={"Cat": "Cat", "Dog": "Dog"},
    ),
    "Cat": Shape(all_of=[Ref("Animal"), Shape("object", properties={"indoor": BOOLEAN})]),
    "Dog": Shape(all_of=[Ref("Animal"), Shape("object", properties={"breed": STRING})]),
    "Kennel": Shape("object", additional=Ref("Animal")),
    "AnimalFarm": array(Ref("Animal")),
    "Mammal": Shape(
        one_of=[Ref("Whale"), Ref("Zebra"), Ref("Pig")],
        discriminator="species",
        mapping={"Pig": "Pig", "whale": "Whale", "zebra": "Zebra"},
    ),
    "Whale": Shape(
        "object",
        properties={"hasBaleen": BOOLEAN, "hasTeeth": BOOLEAN, "species": words(WHALE="whale")},
        required=("species",),
    ),
    "Zebra": Shape(
        "object",
        properties={
            "type": words(PLAINS="plains", MOUNTAIN="mountain", GREVYS="grevys"),
            "species": words(ZEBRA="zebra"),
        },
        required=("species",),
    ),
    "Pig": Shape(**chosen("species", "BasquePig", "DanishPig")),
    "BasquePig": Shape("object", properties={"species": words(BASQUE_PIG="BasquePig")}, required=("species",)),
    "DanishPig": Shape("object", properties={"species": words(DANISH_PIG="DanishPig")}, required=("species",)),
    "Grandparent": Shape(
        "object",
        properties={"kind": STRING},
        required=("kind",),
        discriminator="kind",
        mapping={"Child": "Child", "Parent": "Parent"},
    ),
    "Parent": Shape(all_of=[Ref("Grandparent")], discriminator="kind", mapping={"Child": "Child"}),
    "Child": Shape(all_of=[Ref("Parent"), Shape("object", properties={"name": STRING})]),
}

# Interfaces without a type, two levels of oneOf above them, and null beside them.
HOUSINGS = {
    "Housing": Shape(**chosen("housingType", "Cage", "Tank")),
    "HousingOrNull": Shape(
        one_of=[NULL, Ref("Cage"), Ref("Tank")],
        discriminator="housingType",
        mapping={"Cage": "Cage", "Tank": "Tank"},
    ),
    "NullableHousing": Shape(
        one_of=[Ref("Cage"), Ref("Tank"), NULL],
        discriminator="housingType",
        mapping={"Cage": "Cage", "Tank": "Tank"},
    ),
    "Cage": Shape(**chosen("cageType", "HangingCage", "StandingCage", "TravelCage")),
    "Tank": Shape(**chosen("tankType", "FreshwaterTank", "SaltwaterTank")),
    "CageInterface": Shape(
        properties={"housingType": words(CAGE="Cage"), "cageType": STRING},
        required=("housingType", "cageType"),
    ),
    "TankInterface": Shape(
        properties={"housingType": words(TANK="Tank"), "tankType": STRING},
        required=("housingType", "tankType"),
    ),
    **{
        f"{name}{kind}": Shape(
            all_of=[
                Ref(f"{kind}Interface"),
                Shape("object", properties={f"{kind.lower()}Type": words(**{name.upper(): f"{name}{kind}"})}),
            ]
        )
        for kind, names in (
            ("Cage", ("Hanging", "Standing", "Travel")),
            ("Tank", ("Freshwater", "Saltwater")),
        )
        for name in names
    },
    "FloorPlan": Shape(
        "object",
        properties={
            "mainHousing": Ref("Housing"),
            "housingOrNull": Ref("HousingOrNull"),
            "nullableHousing": Ref("NullableHousing"),
            "housings": array(Ref("Housing")),
        },
        additional=Ref("Treat"),
    ),
}

# oneOf and anyOf of objects, open, closed and nullable.
TREATS = {
    "Treat": Shape(properties={"color": STRING}, one_of=[Ref("Biscuit"), Ref("Bone")]),
    "MixedTreat": Shape(properties={"color": STRING}, any_of=[Ref("Biscuit"), Ref("Bone")]),
    "Biscuit": Shape(
        "object",
        nullable=True,
        properties={"flavour": text(r"^[a-zA-Z\s]*$"), "origin": text(r"^[A-Z\s]*$", "re.IGNORECASE")},
        required=("flavour",),
    ),
    "Bone": Shape("object", properties={"lengthCm": NUMBER}, required=("lengthCm",)),
    "TreatRequest": Shape(one_of=[NULL, Ref("StrictBiscuit"), Ref("StrictBone")]),
    "StrictBiscuit": Shape(
        "object", properties={"flavour": STRING, "mealy": BOOLEAN}, required=("flavour",), additional=False
    ),
    "StrictBone": Shape(
        "object", properties={"lengthCm": NUMBER, "sweet": BOOLEAN}, required=("lengthCm",), additional=False
    ),
}

PETS = {
    "Category": Shape("object", properties={"id": INT64, "name": STRING}, required=("name",)),
    "Tag": Shape("object", properties={"id": INT64, "name": STRING}),
    "Pet": Shape(
        "object",
        properties={
            "id": INT64,
            "category": Ref("Category"),
            "name": STRING,
            "photoUrls": array(STRING),
            "tags": array(Ref("Tag")),
            "status": words(AVAILABLE="available", PENDING="pending", SOLD="sold"),
            "born": DATE,
            "updated": DATE_TIME,
            "chip": UUID,
            "weight": DOUBLE,
            "vaccinated": BOOLEAN,
            "notes": ANYTHING,
        },
        required=("photoUrls", "name"),
    ),
}

LIMITS = {
    "NumberWithValidations": Shape("number", limits={"inclusive_maximum": "20", "inclusive_minimum": "10"}),
    "IntegerMax10": Shape("integer", "int64", limits={"inclusive_maximum": "10"}),
    "IntegerMin15": Shape("integer", "int64", limits={"inclusive_minimum": "15"}),
    "StringWithValidation": Shape("string", limits={"min_length": "7"}),
    "DateWithValidations": Shape("string", "date", pattern=("^2020.*", None)),
    "DateTimeWithValidations": Shape("string", "date-time", pattern=("^2020.*", None)),
    "UuidString": Shape("string", "uuid", limits={"min_length": "1"}),
    "ArrayWithValidationsInItems": array(Shape("integer", "int64", limits={"inclusive_maximum": "7"}), max_items="2"),
    "Name": STRING,
    "Serial": INTEGER,
    "Truth": BOOLEAN,
    "Photo": BINARY,
    "Anything": ANYTHING,
    "DecimalPayload": DECIMAL,
    "Currency": words(EUR="eur", USD="usd"),
    "Money": Shape(
        "object", properties={"amount": DECIMAL, "currency": Ref("Currency")}, required=("amount", "currency")
    ),
    "Measurements": Shape(
        "object",
        properties={
            "integer": Shape(
                "integer",
                limits={"inclusive_maximum": "100", "inclusive_minimum": "10", "multiple_of": "2"},
            ),
            "int32": INT32,
            "int64": INT64,
            "number": Shape(
                "number",
                limits={"inclusive_maximum": "543.2", "inclusive_minimum": "32.1", "multiple_of": "32.5"},
            ),
            "float": Shape("number", "float", limits={"inclusive_maximum": "987.6", "inclusive_minimum": "54.3"}),
            "float32": FLOAT,
            "float64": DOUBLE,
            "distinct": array(NUMBER, unique_items="True"),
            "string": text("[a-z]", "re.IGNORECASE"),
            "byte": STRING,
            "binary": BINARY,
            "date": DATE,
            "dateTime": DATE_TIME,
            "uuid": UUID,
            "password": Shape("string", "password", limits={"max_length": "64", "min_length": "10"}),
            "digits": text(r"^\d{10}$"),
            "noneProp": NULL,
        },
        required=("byte", "date", "number", "password"),
    ),
}

ENUMS = {
    "StringEnum": Shape(
        "string",
        nullable=True,
        enum={
            '"placed"': "PLACED",
            '"approved"': "APPROVED",
            f"'''multiple\n{LEFT}lines'''": "MULTIPLE_LINES",
            f"'''double quote\n{LEFT} with newline'''": "DOUBLE_QUOTE_WITH_NEWLINE",
            "schemas.NoneClass.NONE": "NONE",
        },
    ),
    "IntegerEnum": Shape("integer", enum={"0": "POSITIVE_0", "1": "POSITIVE_1", "2": "POSITIVE_2"}),
    "IntegerEnumOneValue": Shape("integer", enum={"0": "POSITIVE_0"}),
    "NumberEnum": Shape("number", "double", enum={"1.1": "POSITIVE_1_PT_1", "-1.2": "NEGATIVE_1_PT_2"}),
    "BooleanEnum": Shape("boolean", enum={"schemas.BoolClass.TRUE": "TRUE"}),
    "OddEnum": words(EMPTY="", _ABC="_abc", EFG="-efg", XYZ="(xyz)", COUNT_1M="COUNT_1M"),
    "ArrayOfEnums": array(Ref("StringEnum")),
    "Shelves": Shape(
        "object",
        properties={
            "labels": array(words(FISH="fish", CRAB="crab")),
            "sign": words(GREATER_THAN_EQUALS=">=", DOLLAR="$"),
        },
    ),
    "PriceTags": Shape("object", additional=array(Ref("Currency"))),
}

NULLABLES = {
    "NullableString": Shape("string", nullable=True),
    "Checkup": Shape(
        "object",
        properties={
            "integer": Shape("integer", nullable=True),
            "number": Shape("number", nullable=True),
            "boolean": Shape("boolean", nullable=True),
            "string": Shape("string", nullable=True),
            "date": Shape("string", "date", nullable=True),
            "datetime": Shape("string", "date-time", nullable=True),
            "uuid": Shape("string", "uuid", nullable=True),
            "short": Shape("string", nullable=True, limits={"max_length": "3"}),
            "array": Shape("array", nullable=True, items=OBJECT),
            "arrayAndItems": Shape("array", nullable=True, items=NULLABLE_OBJECT),
            "arrayItems": array(NULLABLE_OBJECT),
            "object": Shape("object", nullable=True, additional=OBJECT),
            "objectAndItems": Shape("object", nullable=True, additional=NULLABLE_OBJECT),
            "objectItems": Shape("object", additional=NULLABLE_OBJECT),
        },
        additional=NULLABLE_OBJECT,
    ),
}

COMPOSED = {
    "ComposedArray": Shape("array", items=ANYTHING, all_of=[ANYTHING]),
    "ComposedBool": Shape("boolean", all_of=[ANYTHING]),
    "ComposedNone": Shape("null", all_of=[ANYTHING]),
    "ComposedNumber": Shape("number", all_of=[ANYTHING]),
    "ComposedObject": Shape("object", all_of=[ANYTHING]),
    "ComposedString": Shape("string", all_of=[ANYTHING]),
    "ComposedOneOfDifferentTypes": Shape(
        one_of=[
            *(Ref("NumberWithValidations"), Ref("Animal"), NULL, DATE),
            Shape("object", limits={"max_properties": "4", "min_properties": "4"}),
            array(ANYTHING, max_items="4", min_items="4"),
            Shape("string", "date-time", pattern=("^2020.*", None)),
        ]
    ),
    "ComposedAnyOfDifferentTypes": Shape(
        any_of=[
            OBJECT,
            DATE,
            DATE_TIME,
            STRING,
            BOOLEAN,
            NULL,
            array(ANYTHING),
            NUMBER,
            DOUBLE,
            INTEGER,
            INT32,
        ]
    ),
    "AnyTypeNotString": Shape(not_schema=STRING),
    "AnyTypes": Shape(
        "object",
        properties={
            "plain": ANYTHING,
            "long": Shape(limits={"min_length": "2"}),
            "notText": Shape(not_schema=STRING),
            "nothing": Shape(not_schema=ANYTHING),
        },
    ),
    "OrderLineBase": Shape("object", properties={"article": STRING}, required=("article",)),
    "OrderLine": Shape(
        properties={"discount": NUMBER},
        all_of=[
            Ref("OrderLineBase"),
            Shape(
                "object",
                properties={"amount": Shape("integer", limits={"exclusive_minimum": "0"})},
                required=("amount",),
            ),
        ],
    ),
    "InlineComposition": Shape(
        "object",
        properties={
            "some": Shape(all_of=[Shape("string", limits={"min_length": "1"})]),
            "items": array(Shape(one_of=[Shape("string", limits={"max_length": "2"}), INTEGER])),
        },
    ),
    "JSONPatch": array(Shape(one_of=[Ref("JSONPatchAdd"), Ref("JSONPatchRemove")])),
    "JSONPatchAdd": Shape(
        "object",
        properties={"op": words(ADD="add", TEST="test"), "path": STRING, "value": ANYTHING},
        required=("op", "path", "value"),
        additional=False,
    ),
    "JSONPatchRemove": Shape(
        "object",
        properties={"op": words(REMOVE="remove"), "path": STRING},
        required=("op", "path"),
        additional=False,
    ),
}

OBJECTS = {
    "Maps": Shape(
        "object",
        properties={
            "strings": Shape("object", additional=STRING),
            "nested": Shape("object", additional=Shape("object", additional=STRING)),
            "anything": Shape("object", additional=ANYTHING),
            "undeclared": OBJECT,
            "empty": Shape("object", additional=False),
            "enums": Shape("object", additional=words(UPPER="UPPER", LOWER="lower")),
        },
    ),
    "NoAdditionalProperties": Shape(
        "object", properties={"id": INT64, "petId": INT64}, required=("id",), additional=False
    ),
    "RequiredByName": Shape("object", properties={"a": STRING}, required=("a", "undeclared"), additional=INTEGER),
    "DifficultNames": Shape(
        "object",
        properties={
            "$special[property.name]": INT64,
            "123-list": STRING,
            "123Number": INTEGER,
            "class": STRING,
            "from": INTEGER,
            "property": STRING,
            "keys": STRING,
            "_private": STRING,
        },
        required=("123-list",),
        names={"$special[property.name]": "special_property_name", "_private": "_private"},
    ),
    "ArgumentNames": Shape("object", properties={"arg": STRING, "args": STRING}, required=("arg", "args")),
    "ReferencesWithDifficultNames": Shape(
        "object",
        properties={"from": Ref("Category"), "!reference": Ref("ArrayWithValidationsInItems")},
        required=("from", "!reference"),
    ),
    "ObjectWithReferences": Shape(
        "object",
        properties={
            "myNumber": Ref("NumberWithValidations"),
            "myString": Ref("Name"),
            "myBoolean": Ref("Truth"),
        },
    ),
    "Open": OBJECT,
    "SelfReferencingObject": Shape(
        "object",
        properties={"selfRef": Ref("SelfReferencingObject")},
        additional=Ref("SelfReferencingObject"),
    ),
    "SelfReferencingArray": array(Ref("SelfReferencingArray")),
    "Pedigree": Shape(
        "object",
        properties={
            "name": STRING,
            "mother": Ref("Pedigree"),
            "offspring": array(Ref("Pedigree")),
            "litter": Ref("Litter"),
        },
        required=("name",),
    ),
    "Litter": Shape("object", properties={"members": array(Ref("Pedigree"), min_items="1")}),
    "Upload": Shape(
        "object", properties={"caption": STRING, "photo": BINARY, "more": array(BINARY)}, required=("photo",)
    ),
    # A property named like its model, and a model without a type of its own.
    "_Return": Shape(properties={"return": INT32, "_Return": STRING, "snake_case": INT32}),
}

MODELS = ANIMALS | HOUSINGS | TREATS | PETS | LIMITS | ENUMS | NULLABLES | COMPOSED | OBJECTS
