"""What the container steps of the pipeline expectations read and write, typed.

Made by `penstock stubs --python expectations --image penstock/expectations`, to be made anew when their records change. Python 3.9 or newer, nothing else.
"""

from __future__ import annotations

import dataclasses as _dataclasses
import hashlib as _hashlib
import json as _json
import operator as _operator
import os as _os
import shutil as _shutil
import sys as _sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Dict, Generic, Iterable, List, Mapping, NoReturn
from typing import Optional, Sequence, Set, Tuple, Type, TypeVar, Union

_FILE = "penstock_expectations.py"
_COMMAND = "penstock stubs --python expectations --image penstock/expectations"


@dataclass(frozen=True)
class Quality:
    evaluated: int
    successful: int
    findings: List[Finding]
    docs: Path


@dataclass(frozen=True)
class Finding:
    expectation: str
    severity: Severity
    observed: str


class Severity(Enum):
    CRITICAL = "CRITICAL"
    WARNING = "WARNING"
    INFO = "INFO"


@dataclass(frozen=True)
class Suite:
    json: str


@dataclass(frozen=True)
class ExpectationsInputs:
    data: Path
    suite: Suite


_In = TypeVar("_In")
_Out = TypeVar("_Out")

_NEEDS_PEOPLE = 78  # What does not fit must be mended by people; another try would not help.


def progress(
    fraction: Optional[float] = None,
    message: Optional[str] = None,
    metrics: Optional[Mapping[str, float]] = None,
    step: Optional[int] = None,
) -> None:
    """Show how far this attempt is; metrics with a step become curves."""
    file = _os.environ.get("PENSTOCK_PROGRESS")
    if not file:
        return
    line: Dict[str, object] = {}
    if fraction is not None:
        line["fraction"] = min(1.0, max(0.0, float(fraction)))
    if message is not None:
        line["message"] = message
    if metrics is not None:
        line["metrics"] = {name: _number(float(value)) for name, value in metrics.items()}
    if step is not None:
        line["step"] = step
    with open(file, "a", encoding="utf-8") as lines:
        lines.write(_json.dumps(line) + "\n")


def checkpoint() -> Path:
    """The folder whose content outlives this attempt and is there in the next."""
    return _folder("PENSTOCK_CHECKPOINT")


def reject(reason: str) -> NoReturn:
    """End the run as rejected: the data is at fault, and another try would not help."""
    (_folder("PENSTOCK_OUT") / "reason.txt").write_text(reason, encoding="utf-8")
    raise SystemExit(65)


def try_again(reason: str) -> NoReturn:
    """End this attempt, whose failure is nobody's fault: it will be tried again."""
    print(reason, file=_sys.stderr)
    raise SystemExit(75)


class Step(Generic[_In, _Out]):
    """One container step: reads its inputs, writes its outputs."""

    def __init__(self, name: str, inputs: Type[_In], types: str, classes: Sequence[object]) -> None:
        self.name = name
        self._inputs = inputs
        self._types = types
        self._form: Dict[str, Any] = _json.loads(types)
        self._classes = {f"#{i}": known for i, known in enumerate(classes)}

    def read_inputs(self) -> _In:
        """What the step is given. Artifacts are paths of files or folders, to be read only."""
        self._refuse_other_types()
        file = _folder("PENSTOCK_IN") / "inputs.json"
        given = _json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(given, dict):
            _wrong("inputs.json", "an object", given)
        made = _reading_record(self, given, self._form["inputs"], self._inputs, "", ())
        assert isinstance(made, self._inputs)
        return made

    def output_path(self, component: str = "result") -> Path:
        """Where the artifact of this component belongs; what is elsewhere is copied by write_outputs."""
        return _folder("PENSTOCK_OUT") / component

    def write_outputs(self, output: _Out) -> None:
        """Write what the step yields, all at once. An artifact is the path of a file or folder."""
        self._refuse_other_types()
        out = _folder("PENSTOCK_OUT")
        record = self._form["types"].get(self._form["output"], {})
        if "record" in record:
            values = _written(self, output, self._form["output"], "")
        else:
            values = {"result": _written(self, output, self._form["output"], "result")}
        draft = out / ".outputs.json"
        draft.write_text(_json.dumps(values, ensure_ascii=False, allow_nan=False), encoding="utf-8")
        draft.replace(out / "outputs.json")

    def _refuse_other_types(self) -> None:
        actual = _os.environ.get("PENSTOCK_TYPES", self._types)
        digest = "sha256:" + _hashlib.sha256(self._types.encode("utf-8")).hexdigest()
        if actual in (self._types, digest):
            return
        changes = _differences(self._form, _json.loads(actual)) if actual.startswith("{") else []
        _refuse(
            f'The step "{self.name}" has changed since {_FILE} was made: {"; ".join(changes) or "its types"}.\n'
            f"Make it anew: {_COMMAND}"
        )


_INTEGERS = {"byte": 7, "short": 15, "int": 31, "long": 63, "integer": None}


def _folder(variable: str) -> Path:
    value = _os.environ.get(variable)
    if not value:
        _refuse(f"{variable} is not set: this program is a step of a pipeline, which says where its files are.")
    return Path(value)


def _refuse(message: str) -> NoReturn:
    print(message, file=_sys.stderr)
    raise SystemExit(_NEEDS_PEOPLE)


def _wrong(place: str, type_text: str, value: object) -> NoReturn:
    _refuse(f"{place}: expected {type_text}, got {value!r:.80}.")


def _inner(type_text: str) -> str:
    return type_text[type_text.index("<") + 1 : -1]


def _wire(field_: Any) -> str:
    return str(field_.metadata.get("json", field_.name))


def _reading(step: "Step[Any, Any]", given: Any, type_text: str, place: str) -> Any:
    if type_text.startswith("optional<"):
        return None if given is None else _reading(step, given, _inner(type_text), place)
    if type_text.startswith("list<"):
        if not isinstance(given, list):
            _wrong(place, type_text, given)
        return [_reading(step, item, _inner(type_text), f"{place}[{i}]") for i, item in enumerate(given)]
    if type_text.startswith("map<"):
        if not isinstance(given, dict):
            _wrong(place, type_text, given)
        return {key: _reading(step, item, _inner(type_text), f"{place}.{key}") for key, item in given.items()}
    if type_text.startswith("#"):
        return _reading_named(step, given, type_text, place)
    return _scalar(given, type_text, place)


def _reading_named(step: "Step[Any, Any]", given: Any, number: str, place: str) -> Any:
    definition = step._form["types"][number]
    known: Any = step._classes[number]
    if "enum" in definition:
        if given not in definition["enum"]:
            _wrong(place, "one of " + ", ".join(definition["enum"]), given)
        return known(given)
    if not isinstance(given, dict):
        _wrong(place, getattr(known, "__name__", "a record"), given)
    if "family" in definition:
        case = definition["family"].get(given.get("@type"))
        if case is None:
            _wrong(place, "an @type among " + ", ".join(definition["family"]), given.get("@type"))
        return _reading_named(step, given, case, place)
    tag = ("@type",) if "tag" in definition else ()
    return _reading_record(step, given, definition["record"], known, place, tag)


def _reading_record(
    step: "Step[Any, Any]", given: Any, components: Mapping[str, str], known: Any, place: str, tag: Tuple[str, ...]
) -> Any:
    prefix = place + "." if place else ""
    for name in given:
        if name not in components and name not in tag:
            _refuse(f"{prefix}{name}: {known.__name__} has no such field. Make {_FILE} anew: {_COMMAND}")
    values: Dict[str, Any] = {}
    for field_ in _dataclasses.fields(known):
        name = _wire(field_)
        type_text = components[name]
        if name not in given and not type_text.startswith("optional<"):
            _refuse(f"{prefix}{name}: it is missing; {known.__name__} needs it as {type_text}.")
        values[field_.name] = _reading(step, given.get(name), type_text, prefix + name)
    return known(**values)


def _scalar(value: Any, type_text: str, place: str) -> Any:
    if type_text in ("json", "nothing"):
        return value
    if type_text == "artifact":
        if not isinstance(value, str):
            _wrong(place, type_text, value)
        return Path(value)
    if type_text == "boolean":
        if not isinstance(value, bool):
            _wrong(place, type_text, value)
        return value
    if type_text in _INTEGERS:
        if isinstance(value, bool) or not isinstance(value, int):
            _wrong(place, type_text, value)
        return value
    if type_text in ("double", "float"):
        if value in ("NaN", "Infinity", "-Infinity"):
            return float(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            _wrong(place, type_text, value)
        return float(value)
    if not isinstance(value, str):
        _wrong(place, type_text, value)
    return value


def _written(step: "Step[Any, Any]", value: Any, type_text: str, place: str) -> Any:
    if type_text.startswith("optional<"):
        return None if value is None else _written(step, value, _inner(type_text), place)
    if type_text.startswith("list<"):
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
            _wrong(place, type_text, value)
        return [_written(step, item, _inner(type_text), f"{place}[{i}]") for i, item in enumerate(value)]
    if type_text.startswith("map<"):
        if not isinstance(value, Mapping):
            _wrong(place, type_text, value)
        return {str(key): _written(step, item, _inner(type_text), f"{place}.{key}") for key, item in value.items()}
    if type_text.startswith("#"):
        return _written_named(step, value, type_text, place)
    return _written_scalar(value, type_text, place)


def _written_named(step: "Step[Any, Any]", value: Any, number: str, place: str) -> Any:
    definition = step._form["types"][number]
    known: Any = step._classes[number]
    if "family" in definition:
        for case in definition["family"].values():
            if type(value) is step._classes[case]:
                return _written_named(step, value, case, place)
        _wrong(place, "one of " + ", ".join(definition["family"]), value)
    if not isinstance(value, known):
        _wrong(place or "the output", known.__name__, value)
    if "enum" in definition:
        return value.value
    written: Dict[str, Any] = {"@type": definition["tag"]} if "tag" in definition else {}
    prefix = place + "." if place else ""
    for field_ in _dataclasses.fields(known):
        name = _wire(field_)
        part = _written(step, getattr(value, field_.name), definition["record"][name], prefix + name)
        if part is not None:
            written[name] = part
    return written


def _written_scalar(value: Any, type_text: str, place: str) -> Any:
    if type_text == "artifact":
        return _put(value, place)
    if type_text == "boolean":
        if type(value).__name__ not in ("bool", "bool_"):  # The second is that of NumPy.
            _wrong(place, type_text, value)
        return bool(value)
    if type_text in _INTEGERS:
        if isinstance(value, bool) or not hasattr(value, "__index__"):
            _wrong(place, type_text, value)
        whole, bits = _operator.index(value), _INTEGERS[type_text]
        if bits is not None and not -(2**bits) <= whole < 2**bits:
            _wrong(place, type_text, value)
        return whole
    if type_text in ("double", "float"):
        if isinstance(value, (bool, str)) or not hasattr(value, "__float__"):
            _wrong(place, type_text, value)
        return _number(float(value))
    return value if type_text == "json" else _scalar(value, type_text, place)


def _number(value: float) -> Union[float, str]:
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def _put(value: Any, place: str) -> str:
    """Has the artifact in the folder of outputs; its path there."""
    if not isinstance(value, (str, _os.PathLike)):
        _wrong(place, "the path of a file or folder", value)
    source = Path(value)
    if not source.exists():
        _refuse(f"{place}: there is no file or folder {source}.")
    # Such as models/0 for models[0].
    inside = place.replace("[", ".").replace("]", "").replace(".", "/")
    target = _folder("PENSTOCK_OUT") / inside
    if target.exists() and target.samefile(source):
        return inside
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        _shutil.copytree(source, target)
    else:
        _shutil.copyfile(source, target)
    return inside


def _differences(mine: Dict[str, Any], actual: Dict[str, Any]) -> List[str]:
    found: List[str] = []
    _compare_fields("the input ", mine["inputs"], actual["inputs"], mine, actual, found, set())
    _compare("the output", mine["output"], actual["output"], mine, actual, found, set())
    return found


def _compare_fields(
    prefix: str, mine: Any, actual: Any, my_form: Any, actual_form: Any, found: List[str], seen: Set[Tuple[str, str]]
) -> None:
    for name in sorted(set(mine) | set(actual)):
        if name not in actual:
            found.append(f"{prefix}{name} is gone")
        elif name not in mine:
            found.append(f"{prefix}{name} is new")
        else:
            _compare(prefix + name, mine[name], actual[name], my_form, actual_form, found, seen)


def _compare(
    place: str, mine: str, actual: str, my_form: Any, actual_form: Any, found: List[str], seen: Set[Tuple[str, str]]
) -> None:
    my_shell, my_core = _peeled(mine)
    shell, core = _peeled(actual)
    if my_shell != shell or not (my_core.startswith("#") and core.startswith("#")):
        if mine != actual:
            found.append(f"{place} was {_words(mine, my_form)} and is {_words(actual, actual_form)}")
        return
    if (my_core, core) in seen:
        return
    seen.add((my_core, core))
    before, now = my_form["types"][my_core], actual_form["types"][core]
    if "record" in before and "record" in now and before.get("tag") == now.get("tag"):
        _compare_fields(place + ".", before["record"], now["record"], my_form, actual_form, found, seen)
    elif "family" in before and "family" in now:
        _compare_fields(place + ": case ", before["family"], now["family"], my_form, actual_form, found, seen)
    elif before != now:
        found.append(f"{place} was {_words(mine, my_form)} and is {_words(actual, actual_form)}")


def _peeled(type_text: str) -> Tuple[str, str]:
    shell = ""
    while type_text.endswith(">"):
        shell += type_text[: type_text.index("<") + 1]
        type_text = _inner(type_text)
    return shell, type_text


def _words(type_text: str, form: Any) -> str:
    core = _peeled(type_text)[1]
    definition = form["types"].get(core, {})
    kind = "|".join(definition["enum"]) if "enum" in definition else next(iter(definition), core)
    return str(type_text.replace(core, kind))


expectations: Step[ExpectationsInputs, Quality] = Step(
    "expectations",
    ExpectationsInputs,
    '{"inputs":{"data":"artifact","suite":"#0"},"output":"#1","types":{"#0":{"record":{"json":"string"}},"#1":{"record":{"docs":"artifact","evaluated":"int","findings":"list<#2>","successful":"int"}},"#2":{"record":{"expectation":"string","observed":"string","severity":"#3"}},"#3":{"enum":["CRITICAL","INFO","WARNING"]}}}',
    [Suite, Quality, Finding, Severity],
)
