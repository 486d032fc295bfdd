package dev.penstock.flow;

import static java.util.Objects.requireNonNull;

import dev.penstock.option.StepOption;
import dev.penstock.problem.Code;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Site;
import dev.penstock.spec.Words;
import dev.penstock.type.Generics;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Takes down steps that hold a value back: conditions, people, time. */
public final class Gate {

    private final Recorder recorder;

    Gate(Recorder recorder) {
        this.recorder = recorder;
    }

    /** The second half of {@code flow.approval(…).of(value)}. */
    @FunctionalInterface
    public interface Approving {

        /** What the people see and approve of. */
        <T> Value<Approved<T>> of(Value<T> value);
    }

    /** The second half of {@code flow.pause(…).of(value)}. */
    @FunctionalInterface
    public interface Pausing {

        /** What is passed on after the pause. */
        <T> Value<T> of(Value<T> value);
    }

    /** A class, since a lambda cannot be generic. */
    private record Approval(Gate gate, Object ticket, Site at, String approvers, List<StepOption> options)
            implements Approving {
        @Override
        public <T> Value<Approved<T>> of(Value<T> value) {
            gate.recorder.finished(ticket);
            return gate.approve(value, this);
        }
    }

    /** A class, since a lambda cannot be generic. */
    private record Pause(Gate gate, Object ticket, Site at, Duration duration, List<StepOption> options)
            implements Pausing {
        @Override
        public <T> Value<T> of(Value<T> value) {
            gate.recorder.finished(ticket);
            return gate.hold(value, this);
        }
    }

    Approving approval(String approvers, StepOption... options) {
        Site at = Sites.here();
        Object ticket = recorder.half(at, "flow.approval(…) has no .of(…).", "Say what is to be approved.");
        return new Approval(this, ticket, at, requireNonNull(approvers, "approvers"), Arrays.asList(options));
    }

    Pausing pause(Duration duration, StepOption... options) {
        Site at = Sites.here();
        Object ticket = recorder.half(at, "flow.pause(…) has no .of(…).", "Say which value waits.");
        return new Pause(this, ticket, at, requireNonNull(duration, "duration"), Arrays.asList(options));
    }

    private <T> Value<Approved<T>> approve(Value<T> value, Approval approval) {
        String proposed = Names.join("approval", approval.approvers());
        StepOption[] options = approval.options().toArray(StepOption[]::new);
        return recorder.step(approval.at(), proposed, options, (header, resolver) -> {
            Handles.refuseIn(approval.approvers(), Code.INVALID_OPTION, header.at(), "Name people by a constant text.");
            Resolved resolved = resolver.resolve(value);
            Type type = Generics.parameterized(Approved.class, resolved.type());
            return new Recorder.Recorded(
                    new Node.Approval(
                            header.name(),
                            resolved.expression(),
                            approval.approvers(),
                            recorder.types().dataType(type, header.at()),
                            header.after(),
                            header.settings(),
                            header.at()),
                    type);
        });
    }

    private <T> Value<T> hold(Value<T> value, Pause pause) {
        String proposed = Names.join("pause", Words.of(pause.duration()));
        StepOption[] options = pause.options().toArray(StepOption[]::new);
        return recorder.step(pause.at(), proposed, options, (header, resolver) -> {
            Resolved resolved = resolver.resolve(value);
            return new Recorder.Recorded(
                    new Node.Pause(
                            header.name(),
                            resolved.expression(),
                            pause.duration(),
                            recorder.types().dataType(resolved.type(), header.at()),
                            header.after(),
                            header.settings(),
                            header.at()),
                    resolved.type());
        });
    }

    static <T> Value<T> provided(Value<T> value, Condition condition, String reason, StepOption... options) {
        Site at = Sites.here();
        requireNonNull(reason, "reason");
        if (Owners.isBroken(value)) {
            return value;
        }
        Recorder recorder = Owners.of(value)
                .orElseThrow(() -> new Refusal(
                        Code.UNKNOWN_REFERENCE,
                        at,
                        "A constant is provided on a condition.",
                        "Call provided on a value that a step yields."));
        Predicate predicate = condition.resolve(new Resolver(recorder, at));
        String proposed = Names.join("provided", Subjects.of(predicate));
        return recorder.step(at, proposed, options, (header, resolver) -> {
            Handles.refuseIn(reason, Code.INVALID_OPTION, at, "Give the reason as a constant text.");
            Resolved resolved = resolver.resolve(value);
            return new Recorder.Recorded(
                    new Node.Provided(
                            header.name(),
                            resolved.expression(),
                            predicate,
                            reason,
                            recorder.types().dataType(resolved.type(), header.at()),
                            header.after(),
                            header.settings(),
                            header.at()),
                    resolved.type());
        });
    }
}
