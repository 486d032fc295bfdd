"""Checks a dataset against a suite of Great Expectations.

Ends with 0 when no critical expectation fails, with 65 (rejected, the failures named) when one does, and with 78 when the
suite or the data cannot be read, which people must mend.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, NoReturn

from penstock_expectations import ExpectationsInputs, Finding, Quality, Severity, expectations, progress, reject

if TYPE_CHECKING:
    import pandas as pd

MISCONFIGURED = 78


@dataclass(frozen=True)
class Checked:
    """What came of a suite: failed expectations, and those that could not be evaluated at all."""

    evaluated: int
    failed: List[Finding]
    broken: List[str]


def main() -> None:
    inputs = expectations.read_inputs()
    progress(0.0, "Loading Great Expectations")
    suite = read_suite(inputs)
    frame = read_table(inputs.data)
    progress(0.5, f"Checking {len(frame)} rows")
    docs = expectations.output_path("docs")
    checked = check(frame, suite, docs)
    if checked.broken:
        misconfigured("The suite does not fit the data:\n" + "\n".join(f"- {line}" for line in checked.broken))
    critical = [finding for finding in checked.failed if finding.severity is Severity.CRITICAL]
    if critical:
        reject(reason(critical))
    expectations.write_outputs(
        Quality(
            evaluated=checked.evaluated,
            successful=checked.evaluated - len(checked.failed),
            findings=checked.failed,
            docs=docs,
        )
    )
    progress(1.0, f"{checked.evaluated - len(checked.failed)} of {checked.evaluated} expectations met")


def reason(critical: List[Finding]) -> str:
    count = f"{len(critical)} critical expectations" if len(critical) > 1 else "A critical expectation"
    return f"{count} failed:\n" + "\n".join(f"- {finding.expectation}: {finding.observed}" for finding in critical)


def misconfigured(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise SystemExit(MISCONFIGURED)


def read_suite(inputs: ExpectationsInputs) -> Dict[str, Any]:
    try:
        suite = json.loads(inputs.suite.json)
    except ValueError as error:
        misconfigured(f"The suite is not JSON: {error}")
    if not isinstance(suite, dict) or not isinstance(suite.get("expectations"), list):
        misconfigured('The suite has no list "expectations".')
    return suite


def read_table(path: Path) -> "pd.DataFrame":
    """One table out of a file, or out of all files of a folder; what they are shows at their first bytes."""
    import pandas as pd

    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    if not files:
        misconfigured("The dataset is an empty folder.")
    try:
        return pd.concat([read_file(file) for file in files], ignore_index=True)
    except (ValueError, ImportError) as error:
        misconfigured(f"The dataset cannot be read as a table: {error}")


def read_file(file: Path) -> "pd.DataFrame":
    import pandas as pd

    with file.open("rb") as data:
        start = data.read(4)
    packed = "gzip" if start[:2] == b"\x1f\x8b" else None
    if start == b"PAR1":
        return pd.read_parquet(file)
    if start[:1] in (b"{", b"["):
        return pd.read_json(file, lines=start[:1] == b"{")
    return pd.read_csv(file, compression=packed)


def check(frame: "pd.DataFrame", suite: Dict[str, Any], docs: Path) -> Checked:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"  # It is read while Great Expectations is imported.
    import great_expectations as gx
    from great_expectations.checkpoint.actions import UpdateDataDocsAction

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}  # type: ignore[assignment]
    context.add_data_docs_site(
        site_name="docs",
        site_config={
            "class_name": "SiteBuilder",
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(docs.absolute())},
        },
    )
    name = str(suite.get("name", "suite"))
    batch = context.data_sources.add_pandas("data").add_dataframe_asset(name).add_batch_definition_whole_dataframe("all")
    validation = gx.ValidationDefinition(name=name, data=batch, suite=made(context, name, suite["expectations"]))
    checkpoint = gx.Checkpoint(
        name=name,
        validation_definitions=[context.validation_definitions.add(validation)],
        actions=[UpdateDataDocsAction(name="docs", site_names=["docs"])],
        result_format={"result_format": "SUMMARY"},
    )
    result = context.checkpoints.add(checkpoint).run(batch_parameters={"dataframe": frame})
    reports: List[Any] = list(result.run_results.values())
    results = [item for report in reports for item in report.to_json_dict()["results"]]
    return Checked(
        evaluated=len(results),
        failed=[finding(item) for item in results if not item["success"] and not raised(item)],
        broken=[f"{words(item)}: {message}" for item in results if (message := raised(item))],
    )


def made(context: Any, name: str, items: List[Any]) -> Any:
    """The suite, added to the context; all items that are none of Great Expectations' are named together."""
    import great_expectations as gx
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    suite, wrong = gx.ExpectationSuite(name=name), []
    for i, item in enumerate(items):
        try:
            # A suite that Great Expectations itself has written carries ids, which belong to its own store.
            given = {key: value for key, value in item.items() if key != "id"}
            # Not add_expectation_configuration, where an expectation silently takes the place of one of the same column.
            suite.add_expectation(ExpectationConfiguration(**given).to_domain_obj())
        except Exception as error:  # Great Expectations and pydantic have many, without a common one.
            kind = item.get("type") if isinstance(item, dict) else item
            wrong.append(f"expectations[{i}] ({kind}): {one_line(error)}")
    if wrong:
        misconfigured("The suite is wrong:\n" + "\n".join(f"- {line}" for line in wrong))
    return context.suites.add(suite)


def raised(item: Dict[str, Any]) -> str:
    """Why an expectation could not be evaluated; nothing where it could."""
    info = item.get("exception_info") or {}
    parts = [info] if "raised_exception" in info else list(info.values())
    messages = [one_line(part.get("exception_message")) for part in parts if part.get("raised_exception")]
    return "; ".join(dict.fromkeys(messages))


def finding(item: Dict[str, Any]) -> Finding:
    severity = item["expectation_config"].get("severity") or "critical"
    return Finding(expectation=words(item), severity=Severity[str(severity).upper()], observed=observed(item["result"]))


def words(item: Dict[str, Any]) -> str:
    """Such as: petal_length expect_column_values_to_be_between (min_value 0.1, max_value 10)."""
    config = item["expectation_config"]
    arguments = {key: value for key, value in config["kwargs"].items() if key != "batch_id" and value is not None}
    column = str(arguments.pop("column", ""))
    rest = ", ".join(f"{key} {plain(value)}" for key, value in arguments.items())
    return f"{column} {config['type']}".strip() + (f" ({rest})" if rest else "")


def observed(result: Dict[str, Any]) -> str:
    if result.get("unexpected_count"):
        samples = ", ".join(str(value) for value in result.get("partial_unexpected_list", [])[:3])
        share = f"{result['unexpected_count']} of {result['element_count']} values are not"
        return f"{share}, such as {samples}" if samples.replace("None", "").strip(" ,") else share
    return f"observed {result['observed_value']}" if "observed_value" in result else "not met"


def plain(value: object) -> object:
    """Bounds are read as floating point numbers, whatever the suite says."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def one_line(error: object) -> str:
    return " ".join(str(error).split())[:300]


if __name__ == "__main__":
    main()
