"""The steps: each reads its inputs, calls what does the work, and writes what came of it."""

from __future__ import annotations

import penstock_iris as penstock
from iris.source import Unavailable, Unusable, fetch
from iris.table import Table
from penstock_iris import Candidate, Split


def ingest() -> None:
    inputs = penstock.ingest.read_inputs()
    penstock.progress(0.0, f"Reading {inputs.source}")
    try:
        data = fetch(inputs.source)
    except Unavailable as error:
        penstock.try_again(str(error))
    except Unusable as error:
        penstock.reject(str(error))
    raw = penstock.ingest.output_path()
    raw.write_bytes(data)
    penstock.ingest.write_outputs(raw)


def engineer() -> None:
    from iris.features import derive, split

    inputs = penstock.engineer.read_inputs()
    table = Table.read(inputs.clean)
    if len(table.rows) < 2:
        penstock.reject(f"{len(table.rows)} rows cannot be divided into two parts.")
    parts = split(derive(table), inputs.testShare)
    train, test = (penstock.engineer.output_path(name) for name in ("train", "test"))
    parts.train.write(train)
    parts.test.write(test)
    penstock.progress(1.0, f"{len(parts.train.rows)} rows to learn from, {len(parts.test.rows)} to test with")
    penstock.engineer.write_outputs(Split(train=train, test=test))


def train() -> None:
    from iris.model import fit, save

    inputs = penstock.train.read_inputs()
    table = Table.read(inputs.train)

    def shown(trees: int, share: float, accuracy: float) -> None:
        penstock.progress(share, f"{trees} trees", {"train_accuracy": accuracy}, step=trees)

    model = penstock.train.output_path()
    save(fit(table, inputs.depth, shown), model)
    penstock.train.write_outputs(model)


def evaluate() -> None:
    from iris.model import accuracy, load

    inputs = penstock.evaluate.read_inputs()
    measured = accuracy(load(inputs.model), Table.read(inputs.test))
    penstock.progress(1.0, f"accuracy {measured:.3f}", {"accuracy": measured})
    penstock.evaluate.write_outputs(Candidate(model=inputs.model, accuracy=measured))
