"""Tables of numbers with a label in each row, kept as CSV."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import List

LABEL = "species"


@dataclass(frozen=True)
class Row:
    features: List[float]
    label: str


@dataclass(frozen=True)
class Table:
    names: List[str]
    rows: List[Row]

    @staticmethod
    def read(file: Path) -> "Table":
        """All rows in which nothing is missing: how many may be is decided before."""
        with file.open(newline="", encoding="utf-8") as lines:
            reader = csv.DictReader(lines)
            names = [name for name in reader.fieldnames or [] if name != LABEL]
            rows = [
                Row([float(cells[name]) for name in names], cells[LABEL])
                for cells in reader
                if all(cells[name] for name in [*names, LABEL])
            ]
        return Table(names, rows)

    def write(self, file: Path) -> None:
        with file.open("w", newline="", encoding="utf-8") as lines:
            writer = csv.writer(lines, lineterminator="\n")
            writer.writerow([*self.names, LABEL])
            writer.writerows([*map(repr, row.features), row.label] for row in self.rows)

    def features(self) -> List[List[float]]:
        return [row.features for row in self.rows]

    def labels(self) -> List[str]:
        return [row.label for row in self.rows]
