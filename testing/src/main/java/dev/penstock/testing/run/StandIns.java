package dev.penstock.testing.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.fault.Thrown;
import dev.penstock.flow.FaultKind;
import dev.penstock.host.Doubles;
import dev.penstock.host.StepDouble;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import dev.penstock.type.Conformance;
import dev.penstock.type.JsonEncoder;
import dev.penstock.type.Types;
import dev.penstock.type.UnsupportedTypeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands in for the steps of one run as the test has arranged it. */
final class StandIns implements Doubles {

    private static final JsonEncoder ENCODER = new JsonEncoder();

    private final Arrangement arranged;
    private final KnownSteps steps;
    private final Types types;
    private final ClassLoader loader;
    private final Mistakes mistakes;
    private final Map<List<Object>, Integer> attempts = new ConcurrentHashMap<>();

    StandIns(Arrangement arranged, KnownSteps steps, Types types, ClassLoader loader, Mistakes mistakes) {
        this.arranged = arranged;
        this.steps = steps;
        this.types = types;
        this.loader = loader;
        this.mistakes = mistakes;
    }

    @Override
    public Optional<StepDouble> find(String name) {
        if (!arranged.standIns.containsKey(name) && !arranged.faults.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of((path, attempt, inputs) -> instead(steps.at(name, path), path, attempt, inputs));
    }

    private Optional<JsonNode> instead(List<KnownStep> candidates, String path, int number, List<JsonNode> inputs) {
        KnownStep step = candidates.getFirst();
        int attempt = step.node() instanceof Node.Apply ? counted(List.of(step.name(), inputs)) : number;
        arranged.due(step.name(), path, attempt).ifPresent(faults -> {
            throw new FaultException(faults.fault());
        });
        return Optional.ofNullable(arranged.standIns.get(step.name()))
                .map(standIn -> result(candidates, standIn, new StepInputs(step, loader, path, attempt, inputs)));
    }

    /** Functions are not told their attempt: those with equal inputs are taken for attempts of one step. */
    int counted(List<Object> key) {
        return attempts.merge(key, 1, Integer::sum);
    }

    private JsonNode result(List<KnownStep> candidates, StandIn standIn, StepInputs inputs) {
        KnownStep step = candidates.getFirst();
        Object value;
        try {
            value = standIn.instead(inputs);
        } catch (FaultException e) {
            throw e;
        } catch (AssertionError e) {
            mistakes.add(e);
            throw given("An assertion of the test failed.", e);
        } catch (Throwable e) {
            FaultKind kind = step.rejects(e) ? FaultKind.REJECTED : FaultKind.USER;
            throw new FaultException(Fault.of(kind, Thrown.of(e).words()).because(e), e);
        }
        return conforming(candidates, encoded(step, value));
    }

    private JsonNode encoded(KnownStep step, @Nullable Object value) {
        if (value instanceof JsonNode json) {
            return json;
        }
        if (value == null) {
            throw mistake(step, "It yielded null.");
        }
        try {
            return ENCODER.encode(value);
        } catch (NullPointerException | UnsupportedTypeException e) {
            throw mistake(step, "It yielded what cannot flow on: %s.".formatted(e.getMessage()));
        }
    }

    /** Functions of one name in different pipelines cannot be told apart: any of their types will do. */
    private JsonNode conforming(List<KnownStep> candidates, JsonNode json) {
        Problems first = new Problems();
        for (KnownStep step : candidates) {
            Problems problems = new Problems();
            JsonNode checked = new Conformance(types, path -> place(step) + " at " + path, problems)
                    .check(json, step.node().output());
            if (problems.none()) {
                return checked;
            }
            first.addAll(first.none() ? problems.list() : List.of());
        }
        mistakes.addAll(first.list());
        throw given(first.list().getFirst().toString(), null);
    }

    private FaultException mistake(KnownStep step, String message) {
        Problems problems = new Problems();
        problems.add(
                Code.WRONG_TYPE,
                place(step),
                message,
                "Let it yield a value of type %s."
                        .formatted(step.node().output().shortText()));
        mistakes.addAll(problems.list());
        return given(problems.list().getFirst().toString(), null);
    }

    private static String place(KnownStep step) {
        return "What stands in for " + step.described();
    }

    private static FaultException given(String message, @Nullable Throwable cause) {
        return new FaultException(Fault.lasting(FaultKind.USER, message, "Mend the test."), cause);
    }
}
