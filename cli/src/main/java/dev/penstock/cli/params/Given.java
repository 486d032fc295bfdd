package dev.penstock.cli.params;

import java.util.List;
import java.util.Optional;

/** The input of a run as the user wrote it: {@code --param}, {@code --params} and {@code --input}. */
public record Given(List<String> assignments, Optional<String> file, Optional<String> whole) {

    public Given {
        assignments = List.copyOf(assignments);
    }

    boolean nothing() {
        return assignments.isEmpty() && file.isEmpty() && whole.isEmpty();
    }
}
