package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Carried;
import dev.penstock.engine.Limits;
import dev.penstock.record.RunOutcome;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.Optional;

/**
 * A run that has ended, with what is needed to go on from there.
 *
 * @param starters who started it, and the runs that it went on from
 * @param carried what it has done, that of its children included
 */
record LastRun(
        String run,
        Spec spec,
        JsonNode input,
        RunOutcome outcome,
        String build,
        Optional<String> applicationQueue,
        Limits limits,
        int generation,
        List<String> starters,
        Carried carried) {}
