"""The environment of the MLflow server serves what this project uses: the interface, the pages, artifacts."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from pathlib import Path
from typing import Any, Optional

STARTED = "Application startup complete"


class ServerTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        place = Path(folder.name)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
        command += ["--backend-store-uri", f"sqlite:///{place}/mlflow.db", "--artifacts-destination", str(place / "kept")]
        settings = {"MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false", "MLFLOW_DISABLE_TELEMETRY": "true"}
        server = subprocess.Popen(
            command, env={**os.environ, **settings}, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        assert server.stdout is not None
        self.addCleanup(server.stdout.close)
        log = []
        for line in server.stdout:
            log.append(line)
            if STARTED in line:
                return
        self.fail("".join(log))

    def ask(self, path: str, body: Optional[bytes] = None, method: Optional[str] = None) -> bytes:
        kind = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, data=body, method=method, headers=kind)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return bytes(answer.read())

    def post(self, path: str, body: Any) -> Any:
        return json.loads(self.ask(path, json.dumps(body).encode()))

    def test_serves_runs_models_artifacts_and_pages(self) -> None:
        self.assertEqual(self.ask("/health"), b"OK")
        experiment = self.post("/api/2.0/mlflow/experiments/create", {"name": "iris"})
        run = self.post("/api/2.0/mlflow/runs/create", experiment)["run"]["info"]
        self.post("/api/2.0/mlflow/registered-models/create", {"name": "iris"})
        version = {"name": "iris", "source": run["artifact_uri"] + "/model", "run_id": run["run_id"]}
        made = self.post("/api/2.0/mlflow/model-versions/create", version)["model_version"]
        self.assertEqual(made["version"], "1")

        kept = "/api/2.0/mlflow-artifacts/artifacts/" + run["artifact_uri"].split(":/", 1)[1].lstrip("/") + "/model/x"
        self.ask(kept, b"weights", method="PUT")
        self.assertEqual(self.ask(kept), b"weights")

        page = self.ask("/").decode()
        self.assertIn('<div id="root"', page)
        script = page.split('<script defer="defer" src="', 1)[1].split('"', 1)[0]
        self.assertGreater(len(self.ask("/" + script)), 100_000)
        # The page of a run asks by GraphQL.
        query = 'query { mlflowGetRun(input: {runId: "%s"}) { run { info { status } } } }' % run["run_id"]
        self.assertEqual(self.post("/graphql", {"query": query})["data"]["mlflowGetRun"]["run"]["info"]["status"], "RUNNING")


if __name__ == "__main__":
    unittest.main()
