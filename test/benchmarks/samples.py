"""The data all contenders read: full Tasks and ScoreDetails, distinct ones by the thousand, wide, deep and bad ones."""

import json
from itertools import cycle, islice
from typing import Any

Json = dict[str, Any]


def task(number: int = 0) -> Json:
    """Return a Task with all eleven properties, as `json.loads` gives it; another *number*, another Task."""
    return {
        "id": f"5fc2f1a3c9e77c00{number:08x}",
        "type": "audio-export",
        "state": ("created", "doing", "done", "canceled", "error")[number % 5],
        "format": "mp3" if number % 2 else "wav",
        "score": f"60b8d295f1a7f400{number:08x}",
        "progress": {"percent": 33.3 + number / 8, "text": f"Rendering page {number}"},
        "creationDate": f"2023-06-05T10:20:30.{number % 1000:03}Z",
        "modificationDate": f"2023-06-05T10:{number % 60:02}:31.123Z",
        "doneDate": f"2023-06-05T{number % 24:02}:21:00.456Z",
        "result": {"url": f"https://files.example.com/{number}.mp3", "error": f"none {number}"},
        "errorHistory": [f"error.export.{number}", f"error.timeout.{number}"],
    }


def task_json(number: int = 0) -> bytes:
    """Return the JSON text of `task(number)`, compact as a server sends it."""
    return json.dumps(task(number), separators=(",", ":")).encode()


def bad_task() -> Json:
    """Return a full Task with three bad values: one in a state, one in a date, one a level below."""
    progress = {"percent": "half", "text": "Rendering page 0"}
    return task() | {"state": "dnoe", "creationDate": "yesterday", "progress": progress}


def tasks(count: int) -> list[Json]:
    """Return *count* Tasks; a hundred distinct ones take turns, so that long lists leave room for results."""
    return list(islice(cycle([task(number) for number in range(100)]), count))


def tasks_bad_at_the_end(count: int) -> list[Json]:
    """Return *count* Tasks of which only the last is refused."""
    return [*tasks(count - 1), bad_task()]


def score(number: int = 0) -> Json:
    """Return a ScoreDetails with all 39 properties, and all of those of its owner, counts and rights.

    It is shared with a user and with a group, each given in full.
    """
    score_id, organization = f"60b8d295f1a7f400{number:08x}", f"58a1f2c3d4e5f600{number % 20:08x}"
    rights = {"aclRead": True, "aclWrite": True, "aclAdmin": False, "isCollaborator": True, "collaboratorType": "user"}
    return {
        "id": score_id,
        "sharingKey": f"{number:032x}{number * 7:032x}",
        "title": f"String Quartet No. {number} in D minor",
        "privacy": ("public", "private", "organizationPublic", "privateLink")[number % 4],
        "user": profile(number),
        "htmlUrl": f"https://flat.io/score/{score_id}-string-quartet",
        "editHtmlUrl": f"https://flat.io/score/{score_id}-string-quartet/edit",
        "subtitle": f"Op. {number}, for two violins, viola and cello",
        "lyricist": f"Lyricist {number}",
        "arranger": f"Arranger {number}",
        "composer": f"Composer {number}",
        "description": f"The slow movement of quartet {number}, arranged for a school orchestra. " * 3,
        "tags": ["strings", "quartet", f"opus{number}"],
        "creationType": ("original", "arrangement", "other")[number % 3],
        "license": ("copyright", "cc0", "cc-by", "cc-by-sa")[number % 4],
        "licenseText": f"All rights reserved, {1990 + number % 30}",
        "durationTime": 184.5 + number / 8,
        "numberMeasures": 64 + number,
        "mainTempoQpm": 60 + number % 90,
        "mainKeySignature": number % 8 - 4,
        "rights": rights | {"aclAdmin": True},
        "collaborators": [
            rights | {"id": f"71{number:022x}", "score": score_id, "user": profile(number + 1), "invited": False},
            rights | {"id": f"72{number:022x}", "score": score_id, "group": group(number), "invited": False},
        ],
        "creationDate": f"2023-06-05T10:20:30.{number % 1000:03}Z",
        "modificationDate": f"2024-02-05T10:{number % 60:02}:31.123Z",
        "publicationDate": f"2024-03-05T{number % 24:02}:21:00.456Z",
        "highlightedDate": f"2024-04-05T{number % 24:02}:21:00.456Z",
        "scheduledDeletionDate": f"2034-04-05T{number % 24:02}:21:00.456Z",
        "organization": organization,
        "parentScore": f"60b8d295f1a7f4ff{number:08x}",
        "instruments": ["strings.violin", "strings.violin", "strings.viola", "strings.cello"],
        "instrumentsNames": ["Violin I", "Violin II", "Viola", "Cello"],
        "samples": ["violin", "viola", "cello"],
        "googleDriveFileId": f"1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs{number:011}",
        "likes": {"total": 120 + number, "weekly": number % 7, "monthly": number % 31, "yearly": 90 + number % 30},
        "comments": {
            "total": 12 + number,
            "unique": number % 11,
            "weekly": number % 3,
            "monthly": number % 9,
            "yearly": 11 + number,
        },
        "views": {"total": 4200 + number, "weekly": 70 + number % 7, "monthly": 300 + number, "yearly": 3000 + number},
        "plays": {"total": 2100 + number, "weekly": 35 + number % 7, "monthly": 150 + number, "yearly": 1500 + number},
        "me": {"isLiked": number % 2 == 0, "isInLibrary": number % 3 == 0},
        "collections": [f"5c{number:022x}", f"5d{number:022x}"],
    }


def user(number: int) -> Json:
    """Return the summary of a user."""
    first, last = f"Ada{number}", f"Lovelace{number}"
    return {
        "id": f"50b8d295f1a7f400{number:08x}",
        "type": "user",
        "username": f"ada.lovelace.{number}",
        "printableName": f"{first} {last}",
        "firstname": first,
        "lastname": last,
        "name": f"{first} {last}",
        "picture": f"https://files.example.com/{number}.png" if number % 4 else None,
        "badges": ["staff", "power"],
        "organization": f"58a1f2c3d4e5f600{number % 20:08x}",
        "organizationRole": ("admin", "billing", "teacher", "user")[number % 4],
        "htmlUrl": f"https://flat.io/ada.lovelace.{number}",
        "product": ("flat", "flatEdu")[number % 2],
    }


def profile(number: int) -> Json:
    """Return the profile of a user, with all there is in one."""
    links = {site: f"https://{site}.example.com/{number}" for site in ("spotifyUrl", "youtubeUrl", "soundcloudUrl")}
    return user(number) | {
        "classRole": "student",
        "bio": f"Plays the viola, and chamber music no. {number} above all",
        "registrationDate": f"2019-09-{1 + number % 28:02}T08:00:00.000Z",
        "likedScoresCount": 30 + number,
        "followersCount": 200 + number,
        "followingCount": number,
        "ownedPublicScoresCount": number % 13,
        "allPublicScoresCount": number % 17,
        "likesCount": 30 + number,
        "playsCount": 4000 + number,
        "coverPicture": f"https://files.example.com/cover/{number}.png",
        "profileTheme": "orange",
        "instruments": ["strings.viola", "keyboards.piano"],
        "links": links | {"tiktokUrl": None, "instagramUrl": None, "websiteUrl": None},
    }


def group(number: int) -> Json:
    """Return a group of users."""
    return {
        "id": f"5fb8d295f1a7f400{number:08x}",
        "name": f"Students of class {number}",
        "type": ("generic", "classTeachers", "classStudents")[number % 3],
        "usersCount": 20 + number % 15,
        "readOnly": number % 2 == 0,
        "organization": f"58a1f2c3d4e5f600{number % 20:08x}",
        "creationDate": f"2020-09-{1 + number % 28:02}T08:00:00.000Z",
    }


def scores(count: int) -> list[Json]:
    """Return *count* distinct ScoreDetails, as `json.loads` gives them: no text in them is shared."""
    distinct: list[Json] = json.loads(json.dumps([score(number) for number in range(count)]))
    return distinct


def wide(count: int) -> Json:
    """Return a Task with *count* keys that nobody declared."""
    return {f"key{number}": f"value {number}" for number in range(count)}


def nested_dicts(depth: int) -> Json:
    """Return a Task with *depth* dicts inside each other below an undeclared key."""
    value: object = "bottom"
    for _ in range(depth):
        value = {"below": value}
    return {"top": value}


def nested_lists(depth: int) -> Json:
    """Return a Task with *depth* lists inside each other below an undeclared key."""
    value: object = "bottom"
    for _ in range(depth):
        value = [value]
    return {"top": value}
