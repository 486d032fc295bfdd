"""Derives features, and divides rows into those to learn from and those to test with."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Dict, List

from iris.table import Row, Table

SEED = 15


@dataclass(frozen=True)
class Parts:
    train: Table
    test: Table


def derive(table: Table) -> Table:
    """Adds the areas of sepal and petal, and how much longer than wide the petal is."""
    at = {name: i for i, name in enumerate(table.names)}

    def derived(row: Row) -> List[float]:
        sepal_length, sepal_width, petal_length, petal_width = (
            row.features[at[name]] for name in ("sepal_length", "sepal_width", "petal_length", "petal_width")
        )
        slimness = petal_length / petal_width if petal_width else 0.0
        return [sepal_length * sepal_width, petal_length * petal_width, slimness]

    names = [*table.names, "sepal_area", "petal_area", "petal_slimness"]
    return Table(names, [Row([*row.features, *derived(row)], row.label) for row in table.rows])


def split(table: Table, test_share: float) -> Parts:
    """The same rows each time, and of every label the same share; each part has at least one of each."""
    by_label: Dict[str, List[Row]] = {}
    for row in table.rows:
        by_label.setdefault(row.label, []).append(row)
    chance = random.Random(SEED)
    train: List[Row] = []
    test: List[Row] = []
    for label in sorted(by_label):
        rows = by_label[label]
        chance.shuffle(rows)
        count = min(max(1, round(len(rows) * test_share)), max(1, len(rows) - 1))
        test.extend(rows[:count])
        train.extend(rows[count:])
    return Parts(Table(table.names, train), Table(table.names, test))
