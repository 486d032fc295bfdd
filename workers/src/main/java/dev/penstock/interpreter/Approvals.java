package dev.penstock.interpreter;

import dev.penstock.engine.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The approvals that wait for an answer. */
final class Approvals {

    private final Map<String, ApprovalRun> waiting = new TreeMap<>();

    void open(String path, ApprovalRun approval) {
        waiting.put(path, approval);
    }

    void close(String path) {
        waiting.remove(path);
    }

    boolean isOpen(String path) {
        return waiting.containsKey(path);
    }

    /** Why this answer is not taken; nothing where it is. */
    Optional<String> refusal(Answer answer) {
        ApprovalRun approval = waiting.get(answer.path());
        if (approval == null) {
            return Optional.of(
                    waiting.isEmpty()
                            ? "Nothing waits for approval here."
                            : "\"%s\" does not wait for approval; these do: %s."
                                    .formatted(answer.path(), String.join(", ", waiting.keySet())));
        }
        return approval.refusal(answer);
    }

    String answer(Answer answer) {
        ApprovalRun approval = waiting.get(answer.path());
        return approval == null ? "It was answered a moment ago." : approval.answer(answer);
    }
}
