package dev.penstock.engine;

import java.util.Optional;

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
        Limits limits)
        implements Message {}
