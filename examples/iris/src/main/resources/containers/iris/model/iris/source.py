"""Reads data from where a pipeline says it is."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urlsplit

SHIPPED = Path(__file__).parent.parent
SECONDS = 60


class Unavailable(Exception):
    """It may be there at another time."""


class Unusable(Exception):
    """It will not be there at another time either."""


def fetch(source: str) -> bytes:
    """The bytes at a web address, in a file of this machine, or in a file that came with this program."""
    address = urlsplit(source)
    if address.scheme in ("http", "https"):
        return fetch_web(source)
    if address.scheme == "file":
        return read(Path(unquote(address.path)))
    if address.scheme:
        raise Unusable(f"{source}: use an address that begins with https:, http: or file:.")
    file = SHIPPED / unquote(address.path)
    if Path(address.path).name != address.path or not file.is_file():
        shipped = ", ".join(sorted(known.name for known in SHIPPED.glob("*.csv")))
        raise Unusable(f"{source}: no such file comes with this program ({shipped} does); give an address.")
    return read(file)


def read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Unusable(f"{file}: {error.strerror}.") from error


def fetch_web(source: str) -> bytes:
    try:
        with urllib.request.urlopen(source, timeout=SECONDS) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        message = f"{source}: the server answers {error.code} {error.reason}."
        raise (Unavailable(message) if error.code >= 500 or error.code == 429 else Unusable(message)) from error
    except OSError as error:
        raise Unavailable(f"{source}: {error}.") from error
