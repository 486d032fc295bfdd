package dev.penstock.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all workflows of a run know about it.
 *
 * @param run the name of the run, which is the id of its first workflow
 * @param digest of the spec
 * @param trigger what started it: a command, a schedule, a retry
 * @param applicationQueue where the code of the application is, if not beside the interpreter
 * @param searchable whether the server knows our search attributes
 * @param tracked whether its worker tells a tracker of it; nothing in runs from before there were trackers
 * @param generation how often steps were run anew on purpose: part of every idempotency key
 * @param earlierStarters who started the runs that this one goes on from
 */
public record RunFacts(
        String run,
        String pipeline,
        String digest,
        String startedBy,
        String trigger,
        Optional<String> owner,
        Optional<String> applicationQueue,
        boolean searchable,
        Optional<Boolean> tracked,
        int generation,
        Limits limits,
        List<String> earlierStarters)
        implements Message {

    public RunFacts {
        earlierStarters = List.copyOf(earlierStarters);
    }

    /** Who started this run, and those that it goes on from. */
    public List<String> starters() {
        return Stream.concat(earlierStarters.stream(), Stream.of(startedBy))
                .distinct()
                .toList();
    }
}
