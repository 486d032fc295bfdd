package dev.penstock.contract;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a step finds and leaves things.
 *
 * @param in holds {@code inputs.json} and the artifacts that it names
 * @param out takes {@code outputs.json} and a file or folder for each artifact
 * @param checkpoint stays from one attempt to the next
 * @param progress takes a line of JSON whenever there is something to tell
 */
public record Exchange(Path in, Path out, Path checkpoint, Path progress) {

    public static final String INPUTS = "inputs.json";
    public static final String OUTPUTS = "outputs.json";
    public static final String REASON = "reason.txt";

    /** The name of an output that is no record. */
    public static final String RESULT = "result";

    /** What the step's environment says about all this. */
    public SortedMap<String, String> variables(String run, String step, int attempt) {
        SortedMap<String, String> variables = new TreeMap<>();
        variables.put("PENSTOCK_IN", in.toString());
        variables.put("PENSTOCK_OUT", out.toString());
        variables.put("PENSTOCK_CHECKPOINT", checkpoint.toString());
        variables.put("PENSTOCK_PROGRESS", progress.toString());
        variables.put("PENSTOCK_RUN", run);
        variables.put("PENSTOCK_STEP", step);
        variables.put("PENSTOCK_ATTEMPT", Integer.toString(attempt));
        return variables;
    }
}
