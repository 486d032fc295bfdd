package dev.penstock.engine;

import dev.penstock.value.Datum;
import java.util.Optional;

/**
 * What a workflow is asked to do.
 *
 * @param prefix the path of the steps in it, ending with a slash where it is not empty
 * @param input of a pipeline as a whole
 * @param carried what is done already, by an earlier workflow or an earlier run
 */
public record RunRequest(RunFacts facts, Part part, String prefix, Datum input, Optional<Datum> carried)
        implements Message {

    public RunRequest carrying(Datum state) {
        return new RunRequest(facts, part, prefix, input, Optional.of(state));
    }
}
