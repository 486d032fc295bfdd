package dev.penstock.rerun;

import java.util.List;

/** What becomes of a step when a run is repeated. */
public sealed interface Decision {

    /** Its result is kept; the paths under which it stands, or that of a step around it. */
    record Reused(List<String> paths) implements Decision {
        public Reused {
            paths = List.copyOf(paths);
        }
    }

    /** Some of its passes in the body of a map or loop are kept. */
    record Partly(List<String> paths, String reason) implements Decision {
        public Partly {
            paths = List.copyOf(paths);
        }
    }

    /** It runs, for a reason that follows the words "it runs because". */
    record Runs(String reason) implements Decision {}
}
