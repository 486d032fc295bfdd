"""What `penstock stubs --python` writes, at work: penstock_hostile.py is checked to be that by StubsCommandTest."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import io
import json
import os
import tempfile
import unittest
from pathlib import Path
from typing import Any, Callable, Dict, Tuple
from unittest import mock

import penstock_hostile as stubs

EVERYTHING: Dict[str, Any] = {
    "yes": True,
    "whole": 7,
    "large": 2**40,
    "ratio": "NaN",
    "price": "12.50",
    "span": "PT1H",
    "since": "2026-01-31T12:00:00Z",
    "place": "s3://bucket/x",
    "rows": [{"a": 1, "b": "Infinity"}],
    "mode": "None",
    "search": {"@type": "Grid", "steps": 3},
}


class StubsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        names = {"IN": "in", "OUT": "out", "CHECKPOINT": "kept", "PROGRESS": "progress.jsonl"}
        environment = {"PENSTOCK_" + name: str(self.root / place) for name, place in names.items()}
        for place in ("in", "out", "kept"):
            (self.root / place).mkdir()
        patch = mock.patch.dict(os.environ, environment)
        patch.start()
        self.addCleanup(patch.stop)

    def give(self, **inputs: Any) -> None:
        (self.root / "in" / "inputs.json").write_text(json.dumps(inputs), encoding="utf-8")

    def written(self) -> Any:
        return json.loads((self.root / "out" / "outputs.json").read_text(encoding="utf-8"))

    def refusal(self, act: Callable[[], object], code: int = 78) -> str:
        err = io.StringIO()
        with contextlib.redirect_stderr(err), self.assertRaises(SystemExit) as ended:
            act()
        self.assertEqual(ended.exception.code, code)
        return err.getvalue()

    def test_reads_every_type(self) -> None:
        self.give(**{"is": EVERYTHING})
        read = stubs.print_.read_inputs()
        self.assertEqual(read.is_.mode, stubs.Mode.None_)
        self.assertEqual(read.is_.search, stubs.Grid(steps=3))
        self.assertNotEqual(read.is_.ratio, read.is_.ratio)
        self.assertEqual(read.is_.rows, [{"a": 1.0, "b": float("inf")}])
        self.assertEqual((read.is_.seed, read.not_, read.is_.price), (None, None, "12.50"))

    def test_reads_records_that_contain_themselves_and_artifacts_as_paths(self) -> None:
        tree = {"label": "root", "children": [{"label": "leaf", "children": []}]}
        self.give(**{"everything": {**EVERYTHING, "seed": 1}, "from": tree, "with": "/staged/model"})
        read = stubs.class_.read_inputs()
        self.assertEqual(read.from_.children[0].label, "leaf")
        self.assertEqual(read.with_, Path("/staged/model"))

    def test_refuses_inputs_of_other_types_and_says_where(self) -> None:
        wrong: Dict[str, Tuple[Dict[str, Any], str]] = {
            "is.whole": ({"whole": "7"}, "expected int, got '7'"),
            "is.large": ({"large": True}, "expected long, got True"),
            "is.yes": ({"yes": 1}, "expected boolean, got 1"),
            "is.rows[0].a": ({"rows": [{"a": True}]}, "expected double, got True"),
            "is.mode": ({"mode": "SLOW"}, "expected one of FAST, None, _hidden, name, got 'SLOW'"),
            "is.search": ({"search": {"@type": "Guess"}}, "an @type among Grid, Nothing, got 'Guess'"),
            "is.colour": ({"colour": "red"}, "Everything has no such field"),
        }
        for place, (change, message) in wrong.items():
            with self.subTest(place):
                self.give(**{"is": {**EVERYTHING, **change}})
                refusal = self.refusal(stubs.print_.read_inputs)
                self.assertIn(f"{place}: ", refusal)
                self.assertIn(message, refusal)

    def test_refuses_inputs_that_are_missing(self) -> None:
        self.give(**{"is": {key: value for key, value in EVERYTHING.items() if key != "span"}})
        self.assertIn("is.span: it is missing", self.refusal(stubs.print_.read_inputs))
        (self.root / "in" / "inputs.json").write_text("[]", encoding="utf-8")
        self.assertIn("inputs.json: expected an object", self.refusal(stubs.print_.read_inputs))

    def test_writes_values_under_their_names_in_java_and_copies_artifacts(self) -> None:
        model = self.root / "model.bin"
        model.write_bytes(b"weights")
        out = stubs.Path_(from_=model, x_=float("-inf"), x__init__=2, list=0.5, def_=stubs.Step_(lambda_="é"))
        stubs.class_.write_outputs(out)
        self.assertEqual(
            self.written(),
            {"from": "from", "$": "-Infinity", "__init__": 2.0, "list": 0.5, "def": {"lambda": "é"}},
        )
        self.assertEqual((self.root / "out" / "from").read_bytes(), b"weights")
        self.assertFalse((self.root / "out" / "self").exists())

    def test_leaves_an_artifact_alone_that_is_where_it_belongs(self) -> None:
        place = stubs.print_.output_path()
        place.mkdir()
        (place / "part").write_bytes(b"1")
        stubs.print_.write_outputs(place)
        self.assertEqual(self.written(), {"result": "result"})
        self.assertEqual((self.root / "out" / "result" / "part").read_bytes(), b"1")

    def test_keeps_artifacts_that_are_deeper_inside(self) -> None:
        model = self.root / "model.bin"
        model.write_bytes(b"weights")
        stubs.every.write_outputs([stubs.Kept(model=model, label="a"), stubs.Kept(model=model, label="b")])
        self.assertEqual(
            self.written(),
            {"result": [{"model": "result/0/model", "label": "a"}, {"model": "result/1/model", "label": "b"}]},
        )
        self.assertEqual((self.root / "out" / "result" / "1" / "model").read_bytes(), b"weights")

    def test_writes_the_tag_of_a_case_that_is_the_output(self) -> None:
        stubs.one_case.write_outputs(stubs.Grid(steps=3))
        self.assertEqual(self.written(), {"@type": "Grid", "steps": 3})

    def test_writes_what_is_no_record_as_the_result(self) -> None:
        stubs.x2nd_any.write_outputs(0.25)
        self.assertEqual(self.written(), {"result": 0.25})
        stubs.many.write_outputs([stubs.PairSearch(left=stubs.Grid(steps=1), right=stubs.Nothing())])
        self.assertEqual(
            self.written(), {"result": [{"left": {"@type": "Grid", "steps": 1}, "right": {"@type": "Nothing"}}]}
        )

    def test_refuses_outputs_of_other_types_and_writes_nothing(self) -> None:
        untyped: Any = stubs.x2nd_any
        self.assertIn("result: expected double, got 'high'", self.refusal(lambda: untyped.write_outputs("high")))
        gone = self.root / "gone"
        self.assertIn("there is no file or folder", self.refusal(lambda: stubs.print_.write_outputs(gone)))
        steps: Any = 2**31
        many = [stubs.PairSearch(left=stubs.Grid(steps=steps), right=stubs.Nothing())]
        self.assertIn("result[0].left.steps: expected int", self.refusal(lambda: stubs.many.write_outputs(many)))
        self.assertFalse((self.root / "out" / "outputs.json").exists())

    def test_works_with_the_types_it_was_made_for(self) -> None:
        self.give(**{"is": EVERYTHING})
        types = stubs.print_._types
        for same in (types, "sha256:" + hashlib.sha256(types.encode()).hexdigest()):
            with mock.patch.dict(os.environ, PENSTOCK_TYPES=same):
                self.assertEqual(stubs.print_.read_inputs().is_.whole, 7)

    def test_names_the_field_that_has_changed_since_it_was_made(self) -> None:
        changes: Dict[str, Callable[[Any], object]] = {
            "the input is.whole was int and is long": lambda t: t["types"]["#0"]["record"].update(whole="long"),
            "the input is.more is new": lambda t: t["types"]["#0"]["record"].update(more="int"),
            "the input not is gone": lambda t: t["inputs"].pop("not"),
            "the input is.mode was FAST|None|_hidden|name and is A": lambda t: t["types"].update({"#1": {"enum": ["A"]}}),
            "the input is.search: case Grid.steps was int and is double": lambda t: t["types"]["#3"]["record"].update(
                steps="double"
            ),
            "the input is.rows was list<map<double>> and is list<double>": lambda t: t["types"]["#0"]["record"].update(
                rows="list<double>"
            ),
            "the output was artifact and is double": lambda t: t.update(output="double"),
        }
        self.give(**{"is": EVERYTHING})
        for expected, change in changes.items():
            with self.subTest(expected):
                types = json.loads(stubs.print_._types)
                change(types)
                with mock.patch.dict(os.environ, PENSTOCK_TYPES=json.dumps(types)):
                    refusal = self.refusal(stubs.print_.read_inputs)
                self.assertEqual(
                    refusal,
                    f'The step "print" has changed since penstock_hostile.py was made: {expected}.\n'
                    "Make it anew: penstock stubs --python hostile\n",
                )

    def test_compares_types_that_contain_themselves(self) -> None:
        types = json.loads(stubs.class_._types)
        types["types"]["#1"]["record"]["label"] = "int"
        with mock.patch.dict(os.environ, PENSTOCK_TYPES=json.dumps(types)):
            refusal = self.refusal(stubs.class_.read_inputs)
        self.assertIn("was made: the input from.label was string and is int.\n", refusal)

    def test_knows_by_a_digest_alone_that_it_is_old(self) -> None:
        with mock.patch.dict(os.environ, PENSTOCK_TYPES="sha256:other"):
            refusal = self.refusal(lambda: stubs.x2nd_any.write_outputs(1.0))
        self.assertIn("was made: its types.", refusal)
        self.assertFalse((self.root / "out" / "outputs.json").exists())

    def test_says_that_it_runs_outside_of_a_pipeline(self) -> None:
        with mock.patch.dict(os.environ, PENSTOCK_IN=""):
            self.assertIn("PENSTOCK_IN is not set", self.refusal(stubs.print_.read_inputs))

    def test_shows_progress_and_goes_without(self) -> None:
        stubs.progress(0.5, "halfway", {"loss": float("nan")}, step=3)
        stubs.progress(7)
        lines = (self.root / "progress.jsonl").read_text(encoding="utf-8").splitlines()
        self.assertEqual(
            [json.loads(line) for line in lines],
            [{"fraction": 0.5, "message": "halfway", "metrics": {"loss": "NaN"}, "step": 3}, {"fraction": 1.0}],
        )
        with mock.patch.dict(os.environ, PENSTOCK_PROGRESS=""):
            stubs.progress(0.7)
        self.assertEqual(len((self.root / "progress.jsonl").read_text(encoding="utf-8").splitlines()), 2)

    def test_ends_by_the_exit_codes_of_the_contract(self) -> None:
        self.refusal(lambda: stubs.reject("7 of 9 rows have no label"), code=65)
        self.assertEqual((self.root / "out" / "reason.txt").read_text(encoding="utf-8"), "7 of 9 rows have no label")
        self.assertEqual(self.refusal(lambda: stubs.try_again("busy"), code=75), "busy\n")
        self.assertEqual(stubs.checkpoint(), self.root / "kept")

    def test_makes_values_that_do_not_change(self) -> None:
        with self.assertRaises(dataclasses.FrozenInstanceError):
            stubs.Grid(steps=1).steps = 2  # type: ignore[misc]


if __name__ == "__main__":
    unittest.main()
