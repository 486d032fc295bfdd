"""Runs the step whose name is the argument."""

from __future__ import annotations

import sys
from typing import Callable, Dict, List

from iris import steps

COMMANDS: Dict[str, Callable[[], None]] = {
    "ingest": steps.ingest,
    "engineer": steps.engineer,
    "train": steps.train,
    "evaluate": steps.evaluate,
}


def main(arguments: List[str]) -> None:
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(f"Name one step: {', '.join(COMMANDS)}.", file=sys.stderr)
        raise SystemExit(2)
    COMMANDS[arguments[0]]()


if __name__ == "__main__":
    main(sys.argv[1:])
