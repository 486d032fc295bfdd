package dev.penstock.engine;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Node;
import java.util.Optional;

/**
 * How a step failed for good, in the words that a person sees.
 *
 * @param path where in the run the step is, such as {@code map-depths[2]/train}
 * @param attempts how many attempts there were
 * @param at the file and line of its declaration
 * @param why why it was not tried again
 */
public record StepFailure(String step, String path, int attempts, String at, Fault fault, Optional<String> why) {

    public static StepFailure of(Node node, String path, int attempts, Fault fault) {
        return new StepFailure(node.name(), path, attempts, node.at().toString(), fault, Optional.empty());
    }

    public StepFailure notAgainBecause(String reason) {
        return new StepFailure(step, path, attempts, at, fault, Optional.of(reason));
    }

    /** Of two failures the one that says why: in a run that is cancelled the cancel, else what a stop has not caused. */
    public StepFailure or(StepFailure later, boolean cancelled) {
        boolean tells = (kind() == FaultKind.CANCELLED) == cancelled;
        boolean laterTells = (later.kind() == FaultKind.CANCELLED) == cancelled;
        return laterTells && !tells ? later : this;
    }

    public FaultKind kind() {
        return fault.kind();
    }

    /** What happened and where, such as {@code The step "train" failed …}. */
    public String message() {
        return switch (kind()) {
            case REJECTED -> "The step \"%s\" rejected its data%s (%s): %s".formatted(step, place(), at, cause());
            case CANCELLED -> "The step \"%s\" was cancelled%s (%s).".formatted(step, place(), at);
            case USER, PLATFORM, PREEMPTION, OUT_OF_MEMORY, TIMEOUT ->
                "The step \"%s\" failed%s in attempt %s%s (%s): %s%s"
                        .formatted(
                                step,
                                place(),
                                attempts,
                                kind() == FaultKind.USER ? "" : ", " + words(kind()),
                                at,
                                cause(),
                                why.map(reason -> " " + reason).orElse(""));
        };
    }

    private String place() {
        return path.equals(step) ? "" : " at " + path;
    }

    private String cause() {
        String text = fault.message().strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    /** What to do about it. */
    public String remedy(String run) {
        String known = fault.remedy().map(remedy -> remedy + " ").orElse("");
        return known
                + switch (kind()) {
                    case REJECTED -> "Mend the data or the bar that it has to meet, and start a new run.";
                    case CANCELLED -> "To go on with what is done: penstock retry %s".formatted(run);
                    case USER, PLATFORM, PREEMPTION, OUT_OF_MEMORY, TIMEOUT ->
                        "When it is mended, go on with what is done: penstock retry %s".formatted(run);
                };
    }

    /** The kind in words. */
    public static String words(FaultKind kind) {
        return switch (kind) {
            case USER -> "by its own code";
            case REJECTED -> "rejected";
            case PLATFORM -> "by the platform";
            case PREEMPTION -> "by preemption";
            case OUT_OF_MEMORY -> "for lack of memory";
            case TIMEOUT -> "by time-out";
            case CANCELLED -> "cancelled";
        };
    }
}
