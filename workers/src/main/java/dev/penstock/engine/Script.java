package dev.penstock.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers approvals by itself after some time of the workflow; for tests, whose clock no person can keep up with. */
public interface Script {

    /** An answer that comes after a delay. */
    record Scripted(Duration after, String by, boolean approves, Optional<String> comment) {}

    List<Scripted> answers(String step, String path);

    static Script none() {
        return (step, path) -> List.of();
    }
}
