"""A forest of decision trees."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import joblib
from sklearn.ensemble import RandomForestClassifier

from iris.table import Table

SEED = 7
TREES = 100
AT_ONCE = 10


def fit(table: Table, depth: int, shown: Callable[[int, float, float], None]) -> RandomForestClassifier:
    """The same model each time; tells after every few trees how many there are and how well they do on what they know."""
    features, labels = table.features(), table.labels()
    forest = RandomForestClassifier(n_estimators=AT_ONCE, max_depth=depth, random_state=SEED, warm_start=True)
    for trees in range(AT_ONCE, TREES + 1, AT_ONCE):
        forest.set_params(n_estimators=trees)
        forest.fit(features, labels)
        shown(trees, trees / TREES, float(forest.score(features, labels)))
    return forest


def save(model: RandomForestClassifier, file: Path) -> None:
    joblib.dump(model, file)


def load(file: Path) -> RandomForestClassifier:
    return joblib.load(file)


def accuracy(model: RandomForestClassifier, table: Table) -> float:
    """The share of rows whose label the model says."""
    return float(model.score(table.features(), table.labels()))
