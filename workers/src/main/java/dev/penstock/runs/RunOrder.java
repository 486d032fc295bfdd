package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Limits;
import dev.penstock.record.RunHeader;
import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that is to be started.
 *
 * @param name of the run, which is also the id of its workflow
 * @param carried what an earlier run has done
 * @param generation how often its steps were run anew on purpose
 * @param earlierStarters who started the runs that it goes on from
 * @param tracked whether its worker tells a tracker of it
 */
public record RunOrder(
        Spec spec,
        JsonNode input,
        String name,
        String startedBy,
        String trigger,
        String build,
        Optional<String> applicationQueue,
        Limits limits,
        Optional<Datum> carried,
        int generation,
        List<String> earlierStarters,
        boolean tracked) {

    public RunOrder {
        earlierStarters = List.copyOf(earlierStarters);
    }

    public static RunOrder of(Spec spec, JsonNode input, String name) {
        return new RunOrder(
                spec,
                input,
                name,
                "unknown",
                "command",
                "unknown",
                Optional.empty(),
                Limits.usual(),
                Optional.empty(),
                0,
                List.of(),
                false);
    }

    public RunOrder by(String person, String what) {
        return new RunOrder(
                spec,
                input,
                name,
                person,
                what,
                build,
                applicationQueue,
                limits,
                carried,
                generation,
                earlierStarters,
                tracked);
    }

    public RunOrder build(String name) {
        return new RunOrder(
                spec,
                input,
                this.name,
                startedBy,
                trigger,
                name,
                applicationQueue,
                limits,
                carried,
                generation,
                earlierStarters,
                tracked);
    }

    public RunOrder within(Limits other) {
        return new RunOrder(
                spec,
                input,
                name,
                startedBy,
                trigger,
                build,
                applicationQueue,
                other,
                carried,
                generation,
                earlierStarters,
                tracked);
    }

    public RunOrder codeOn(String taskQueue) {
        return new RunOrder(
                spec,
                input,
                name,
                startedBy,
                trigger,
                build,
                Optional.of(taskQueue),
                limits,
                carried,
                generation,
                earlierStarters,
                tracked);
    }

    /** With a worker that tells a tracker of it. */
    public RunOrder trackedIf(boolean whether) {
        return new RunOrder(
                spec,
                input,
                name,
                startedBy,
                trigger,
                build,
                applicationQueue,
                limits,
                carried,
                generation,
                earlierStarters,
                whether);
    }

    /** What is written down of it before it starts. */
    public RunHeader header(Values values, String engine, Instant now) {
        Datum json = Datum.of(spec.toTree());
        return new RunHeader(
                name,
                spec.name(),
                spec.digest(),
                json.size() > Starter.MOST_INLINE_SPEC ? values.store(json) : json,
                values.withMostInline(limits.mostInline()).keep(input),
                startedBy,
                trigger,
                build,
                applicationQueue,
                engine,
                now,
                generation,
                earlierStarters);
    }
}
