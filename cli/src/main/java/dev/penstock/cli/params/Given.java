package dev.penstock.cli.params;

import java.util.List;
import java.util.Optional;

/**
 * The input of a run as the user wrote it: {@code --param}, {@code --params} and {@code --input}.
 *
 * @param isComplete whether a run is to begin with it
 */
public record Given(List<String> assignments, Optional<String> file, Optional<String> whole, boolean isComplete) {

    public Given {
        assignments = List.copyOf(assignments);
    }

    /** What may leave everything open, as long as nothing runs. */
    public Given(List<String> assignments, Optional<String> file, Optional<String> whole) {
        this(assignments, file, whole, false);
    }

    /** The same, as all that there will be: what is missing is missing. */
    public Given complete() {
        return new Given(assignments, file, whole, true);
    }

    boolean nothing() {
        return assignments.isEmpty() && file.isEmpty() && whole.isEmpty();
    }
}
