"""What the iris example expects of its data holds for the data it ships, and for no other."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path
from typing import List

import expectations

RESOURCES = Path(__file__).parents[2] / "main" / "resources"
SUITE = json.loads((RESOURCES / "dev/penstock/examples/iris/iris.suite.json").read_text(encoding="utf-8"))
DATA = (RESOURCES / "containers/iris/model/iris.csv").read_text(encoding="utf-8")


class SuiteTest(unittest.TestCase):
    def failed(self, data: str) -> List[str]:
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "table"
            table.write_text(data, encoding="utf-8")
            checked = expectations.check(expectations.read_table(table), SUITE, Path(folder) / "docs")
        self.assertEqual(checked.broken, [])
        self.assertEqual(checked.evaluated, len(SUITE["expectations"]))
        return [finding.expectation.split(" (")[0] for finding in checked.failed]

    def test_accepts_the_data_that_ships(self) -> None:
        self.assertEqual(self.failed(DATA), [])

    def test_notices_each_kind_of_damage(self) -> None:
        head, rows = DATA.split("\n", 1)
        damages = {
            "species expect_column_values_to_be_in_set": DATA.replace("setosa", "rosa", 1),
            "petal_length expect_column_values_to_be_between": DATA.replace("5.1,3.5,1.4", "5.1,3.5,14", 1),
            "sepal_width expect_column_values_to_not_be_null": DATA.replace(",3.0,", ",,"),
            "expect_table_row_count_to_be_between": head + "\n" + "\n".join(rows.split("\n")[:40]) + "\n",
            "expect_table_columns_to_match_set": head + ",colour\n" + rows.replace("\n", ",red\n"),
        }
        for expectation, data in damages.items():
            with self.subTest(expectation):
                self.assertIn(expectation, self.failed(data))


if __name__ == "__main__":
    unittest.main()
