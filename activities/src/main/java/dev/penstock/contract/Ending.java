package dev.penstock.contract;

import java.util.List;
import java.util.Optional;

/**
 * How the process of a step ended.
 *
 * @param exit its exit code; 128 and the number of the signal where one ended it
 * @param tooMuchMemory what it was allowed, where it was ended for using more
 * @param lastError the last line that it wrote to its standard error
 * @param lastLines what it wrote last to either stream
 * @param log where a person finds everything that it wrote
 */
public record Ending(
        int exit, Optional<String> tooMuchMemory, Optional<String> lastError, List<String> lastLines, String log) {

    public static final int DONE = 0;
    public static final int REJECTED = 65;
    public static final int AGAIN = 75;

    public Ending {
        lastLines = List.copyOf(lastLines);
    }
}
