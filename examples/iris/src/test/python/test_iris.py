"""The steps of the iris example, as a runner would run them."""

from __future__ import annotations

import contextlib
import http.server
import io
import json
import os
import tempfile
import threading
import unittest
from pathlib import Path
from typing import Any, Dict, List
from unittest import mock

from iris import features
from iris.__main__ import main
from iris.source import Unavailable, Unusable, fetch
from iris.table import Row, Table


class StepsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def run_step(self, name: str, code: int = 0, place: str = "", **inputs: Any) -> Path:
        """The folder with what the step wrote."""
        here = self.root / (place or name)
        environment = {"PENSTOCK_IN": str(here / "in"), "PENSTOCK_OUT": str(here / "out")}
        environment["PENSTOCK_PROGRESS"] = str(here / "progress")
        for needed in ("in", "out"):
            (here / needed).mkdir(parents=True)
        (here / "in" / "inputs.json").write_text(json.dumps(inputs), encoding="utf-8")
        with mock.patch.dict(os.environ, environment):
            if code:
                with self.assertRaises(SystemExit) as ended, contextlib.redirect_stderr(io.StringIO()):
                    main([name])
                self.assertEqual(ended.exception.code, code)
            else:
                main([name])
        return here / "out"

    def progress(self, name: str) -> List[Dict[str, Any]]:
        lines = (self.root / name / "progress").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def test_go_from_the_data_to_a_model_that_is_good(self) -> None:
        raw = self.run_step("ingest", source="iris.csv") / "result"
        self.assertEqual(len(raw.read_text(encoding="utf-8").splitlines()), 151)
        parts = self.run_step("engineer", clean=str(raw), testShare=0.2)
        self.assertEqual(len(Table.read(parts / "train").rows), 120)
        self.assertEqual(len(Table.read(parts / "test").rows), 30)
        model = self.run_step("train", train=str(parts / "train"), depth=4) / "result"
        curve = [line["metrics"]["train_accuracy"] for line in self.progress("train")]
        self.assertEqual(len(curve), 10)
        self.assertEqual(self.progress("train")[-1]["step"], 100)
        out = self.run_step("evaluate", model=str(model), test=str(parts / "test"))
        accuracy = json.loads((out / "outputs.json").read_text(encoding="utf-8"))
        self.assertGreaterEqual(accuracy.pop("accuracy"), 0.9)
        self.assertEqual(accuracy, {"model": "model"})
        self.assertEqual((out / "model").read_bytes(), model.read_bytes())

    def test_yield_the_same_bytes_each_time(self) -> None:
        raw = self.run_step("ingest", source="iris.csv") / "result"
        made: List[bytes] = []
        for place in ("one", "two"):
            parts = self.run_step("engineer", place=f"{place}-parts", clean=str(raw), testShare=0.3)
            model = self.run_step("train", place=place, train=str(parts / "train"), depth=2) / "result"
            made.append(model.read_bytes() + (parts / "test").read_bytes())
        self.assertEqual(made[0], made[1])

    def test_reject_a_source_that_cannot_be_meant(self) -> None:
        out = self.run_step("ingest", code=65, source="roses.csv")
        self.assertIn("roses.csv: no such file comes with this program (iris.csv does)", (out / "reason.txt").read_text())

    def test_reject_too_little_data(self) -> None:
        few = self.root / "few.csv"
        few.write_text("sepal_length,sepal_width,petal_length,petal_width,species\n1,2,3,4,setosa\n")
        out = self.run_step("engineer", code=65, clean=str(few), testShare=0.2)
        self.assertIn("1 rows cannot be divided", (out / "reason.txt").read_text())

    def test_know_their_names(self) -> None:
        with self.assertRaises(SystemExit) as ended, contextlib.redirect_stderr(io.StringIO()) as err:
            main(["drain"])
        self.assertEqual(ended.exception.code, 2)
        self.assertIn("ingest, engineer, train, evaluate", err.getvalue())


class SourceTest(unittest.TestCase):
    def serve(self, status: int, body: bytes) -> str:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_address[1]}/iris.csv"

    def test_reads_from_the_web_and_from_files(self) -> None:
        self.assertEqual(fetch(self.serve(200, b"a,b\n")), b"a,b\n")
        with tempfile.NamedTemporaryFile(suffix=" é.csv") as file:
            file.write(b"c,d\n")
            file.flush()
            self.assertEqual(fetch(Path(file.name).as_uri()), b"c,d\n")

    def test_tells_what_may_get_better_from_what_will_not(self) -> None:
        with self.assertRaisesRegex(Unavailable, "answers 503"):
            fetch(self.serve(503, b""))
        with self.assertRaisesRegex(Unusable, "answers 404"):
            fetch(self.serve(404, b""))
        with self.assertRaisesRegex(Unavailable, "refused"):
            fetch("http://127.0.0.1:9/")
        with self.assertRaisesRegex(Unusable, "No such file"):
            fetch("file:///gone/iris.csv")
        with self.assertRaisesRegex(Unusable, "begins with https:"):
            fetch("s3://bucket/iris.csv")

    def test_reads_no_file_above_its_own_folder(self) -> None:
        for source in ("../model/iris.csv", "/etc/hostname", "iris", "", "%2e%2e/iris.csv"):
            with self.subTest(source), self.assertRaises(Unusable):
                fetch(source)


class TablesTest(unittest.TestCase):
    NAMES = ["sepal_length", "sepal_width", "petal_length", "petal_width"]

    def test_leave_out_rows_in_which_something_is_missing(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "table"
            file.write_text(",".join([*self.NAMES, "species"]) + "\n1,2,3,4,a\n1,,3,4,b\n1,2,3,4,\n")
            self.assertEqual(Table.read(file).rows, [Row([1, 2, 3, 4], "a")])

    def test_come_back_as_they_were(self) -> None:
        table = Table(self.NAMES, [Row([0.1 + 0.2, 1e-300, 3, 4], "a"), Row([1, 2, 3, 4], "b, c")])
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "table"
            table.write(file)
            self.assertEqual(Table.read(file), table)

    def test_keep_the_share_of_every_label(self) -> None:
        rows = [Row([i, 1, 1, 0], label) for label, count in (("a", 50), ("b", 10), ("c", 2)) for i in range(count)]
        parts = features.split(features.derive(Table(self.NAMES, rows)), 0.2)
        counts = {label: parts.test.labels().count(label) for label in "abc"}
        self.assertEqual(counts, {"a": 10, "b": 2, "c": 1})
        self.assertEqual(len(parts.train.rows) + len(parts.test.rows), 62)
        self.assertEqual(parts.train.names[-1], "petal_slimness")
        self.assertEqual(parts.train.rows[0].features[-1], 0.0)


if __name__ == "__main__":
    unittest.main()
