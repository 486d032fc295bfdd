package dev.penstock.runs;

import dev.penstock.engine.Carried;
import dev.penstock.engine.FailureReport;
import dev.penstock.engine.Limits;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import dev.penstock.record.RunEvent;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunRecords;
import dev.penstock.spec.Spec;
import dev.penstock.store.BlobException;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tries runs again, whether the engine still knows them or only a record does. */
public final class Retries {

    private final Runs runs;
    private final RunRecords records;
    private final Values values;

    public Retries(Runs runs, RunRecords records, Values values) {
        this.runs = runs;
        this.records = records;
        this.values = values;
    }

    /** What would be done; nothing is started yet. */
    public Retry plan(String run, Change change) {
        LastRun last = runs.last(run).or(() -> recorded(run)).orElseThrow(() -> unknown(run));
        return Retry.of(last, change, values);
    }

    public void start(Retry retry) {
        runs.start(retry.order());
    }

    private Optional<LastRun> recorded(String run) {
        return records.find(run).map(record -> switch (record) {
            case RunRecord.Sound readable -> last(readable);
            case RunRecord.Unreadable unreadable -> throw new InvalidInputException(List.of(unreadable.problem()));
        });
    }

    private LastRun last(RunRecord.Sound record) {
        if (record.outcome() == RunOutcome.AT_WORK) {
            throw Doings.atWork(record.name());
        }
        String spec = new String(Datum.of(values.load(record.header().spec())).bytes(), StandardCharsets.UTF_8);
        return new LastRun(
                record.name(),
                Spec.parse(spec, "the record of the run \"%s\"".formatted(record.name())),
                values.load(record.header().input()),
                record.outcome(),
                record.header().build(),
                record.header().applicationQueue(),
                Limits.usual(),
                record.header().generation(),
                record.header().starters(),
                carried(record));
    }

    private Carried carried(RunRecord.Sound record) {
        Optional<Datum> left = record.end()
                .flatMap(end -> end instanceof RunEvent.Failed failed ? failed.report() : Optional.empty())
                .flatMap(FailureReport::carried);
        Remains remains = new Remains(values);
        try {
            return left.map(state -> remains.flat(remains.read(state)))
                    .orElseGet(() -> record.steps().carried());
        } catch (BlobException e) {
            return record.steps().carried();
        }
    }

    private InvalidInputException unknown(String run) {
        return new InvalidInputException(
                Code.UNKNOWN_RUN,
                "run \"%s\"".formatted(run),
                "There is no run of this name.",
                Nearest.suggest(run, records.names()));
    }
}
