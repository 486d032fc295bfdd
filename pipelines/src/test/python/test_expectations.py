"""The step that checks data, as a runner would run it."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import os
import socket
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List, Optional
from unittest import mock

import expectations

COLUMNS = "name,length\n"
GOOD = COLUMNS + "a,1.5\nb,2.5\nc,3.5\n"


def expected(kind: str, severity: Optional[str] = None, **kwargs: Any) -> Dict[str, Any]:
    item: Dict[str, Any] = {"type": kind, "kwargs": kwargs}
    return item if severity is None else {**item, "severity": severity}


BETWEEN = expected("expect_column_values_to_be_between", column="length", min_value=1, max_value=3)
COMPLETE = expected("expect_column_values_to_not_be_null", column="name")


class ExpectationsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.out = self.root / "out"
        for place in ("in", "out"):
            (self.root / place).mkdir()
        environment = {"PENSTOCK_IN": str(self.root / "in"), "PENSTOCK_OUT": str(self.out)}
        environment["PENSTOCK_PROGRESS"] = str(self.root / "progress")
        patch = mock.patch.dict(os.environ, environment)
        patch.start()
        self.addCleanup(patch.stop)

    def run_step(self, data: Any, *items: Any, code: int = 0, suite: Optional[str] = None) -> str:
        """What the step wrote to the error stream."""
        table = self.root / "table"
        if isinstance(data, str):
            table.write_text(data, encoding="utf-8")
        elif isinstance(data, bytes):
            table.write_bytes(data)
        else:
            table = data
        text = suite if suite is not None else json.dumps({"name": "test", "expectations": list(items)})
        inputs = {"data": str(table), "suite": {"json": text}}
        (self.root / "in" / "inputs.json").write_text(json.dumps(inputs), encoding="utf-8")
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            if code:
                with self.assertRaises(SystemExit) as ended:
                    expectations.main()
                self.assertEqual(ended.exception.code, code, err.getvalue())
            else:
                expectations.main()
        return err.getvalue()

    def quality(self) -> Any:
        return json.loads((self.out / "outputs.json").read_text(encoding="utf-8"))

    def reason(self) -> List[str]:
        return (self.out / "reason.txt").read_text(encoding="utf-8").splitlines()

    def test_says_that_good_data_is_good_and_writes_pages_about_it(self) -> None:
        self.run_step(GOOD, COMPLETE)
        self.assertEqual(self.quality(), {"evaluated": 1, "successful": 1, "findings": [], "docs": "docs"})
        self.assertIn("Great Expectations", (self.out / "docs" / "index.html").read_text(encoding="utf-8"))
        lines = [json.loads(line) for line in (self.root / "progress").read_text(encoding="utf-8").splitlines()]
        self.assertEqual(lines[-1], {"fraction": 1.0, "message": "1 of 1 expectations met"})

    def test_rejects_data_and_names_every_critical_expectation_that_failed(self) -> None:
        self.run_step("name,length\na,1.5\n,9\nc,8\n", BETWEEN, COMPLETE, code=65)
        self.assertEqual(
            self.reason(),
            [
                "2 critical expectations failed:",
                "- length expect_column_values_to_be_between (min_value 1, max_value 3): "
                "2 of 3 values are not, such as 9.0, 8.0",
                "- name expect_column_values_to_not_be_null: 1 of 3 values are not",
            ],
        )
        self.assertFalse((self.out / "outputs.json").exists())
        self.assertTrue((self.out / "docs" / "index.html").exists())

    def test_goes_on_where_only_lesser_expectations_failed_and_reports_them(self) -> None:
        rows = expected("expect_table_row_count_to_be_between", "info", min_value=10)
        self.run_step(GOOD, {**BETWEEN, "severity": "warning"}, rows, COMPLETE)
        quality = self.quality()
        self.assertEqual((quality["evaluated"], quality["successful"]), (3, 1))
        self.assertEqual([finding["severity"] for finding in quality["findings"]], ["WARNING", "INFO"])
        self.assertEqual(quality["findings"][1]["observed"], "observed 3")

    def test_rejects_for_the_critical_ones_only(self) -> None:
        self.run_step(GOOD, {**BETWEEN, "severity": "critical"}, {**BETWEEN, "severity": "warning"}, code=65)
        self.assertEqual(self.reason()[0], "A critical expectation failed:")
        self.assertEqual(len(self.reason()), 2)

    def test_evaluates_every_expectation_of_a_column_ids_or_not(self) -> None:
        wider = expected("expect_column_values_to_be_between", "warning", column="length", min_value=1, max_value=4)
        self.run_step(GOOD, {**BETWEEN, "id": "0ca5a2c6-3b6a-4b8e-9a61-0b0d5b0b3b0a"}, wider, code=65)
        self.assertEqual(self.reason()[0], "A critical expectation failed:")

    def test_calls_an_unknown_column_a_mistake_of_the_suite(self) -> None:
        unknown = expected("expect_column_values_to_not_be_null", column="width")
        err = self.run_step("name,length\na,99\n", unknown, BETWEEN, code=78)
        self.assertIn("The suite does not fit the data:\n- width expect_column_values_to_not_be_null: ", err)
        self.assertIn('"width"', err)
        self.assertFalse((self.out / "reason.txt").exists())

    def test_names_all_mistakes_of_a_suite_together(self) -> None:
        reversed_ = expected("expect_column_values_to_be_between", column="length", min_value="x")
        err = self.run_step(GOOD, expected("expect_miracles"), COMPLETE, expected(COMPLETE["type"]), reversed_, code=78)
        self.assertIn("The suite is wrong:\n- expectations[0] (expect_miracles): ", err)
        self.assertIn("- expectations[2] (expect_column_values_to_not_be_null): ", err)
        self.assertNotIn("expectations[1]", err)

    def test_refuses_what_is_no_suite(self) -> None:
        self.assertIn("The suite is not JSON", self.run_step(GOOD, suite="{", code=78))
        self.assertIn('no list "expectations"', self.run_step(GOOD, suite='{"expectations": 1}', code=78))

    def test_reads_tables_in_several_forms(self) -> None:
        lines = '{"name": "a", "length": 2}\n{"name": "b", "length": 3}\n'
        array = '[{"name": "a", "length": 2}]'
        parts = self.root / "parts"
        (parts / "deep").mkdir(parents=True)
        (parts / "one.csv").write_text(GOOD)
        (parts / "deep" / "two.csv").write_text(GOOD)
        exactly = "expect_table_row_count_to_equal"
        forms = {lines: 2, array: 1, gzip.compress(GOOD.encode()): 3, parts: 6}
        for data, count in forms.items():
            with self.subTest(str(data)[:20]):
                self.run_step(data, expected(exactly, value=count), COMPLETE)

    def test_says_that_there_is_no_table(self) -> None:
        empty = self.root / "empty"
        empty.mkdir()
        self.assertIn("an empty folder", self.run_step(empty, COMPLETE, code=78))
        self.assertIn("cannot be read as a table", self.run_step("", COMPLETE, code=78))

    def test_calls_nobody(self) -> None:
        with mock.patch.object(socket.socket, "connect", side_effect=AssertionError("it connects")):
            self.run_step(GOOD, COMPLETE)


if __name__ == "__main__":
    unittest.main()
