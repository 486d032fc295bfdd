package dev.penstock.testing.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Limits;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.spec.Spec;
import dev.penstock.type.Conformance;
import dev.penstock.type.JsonEncoder;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run that is being arranged: its input, what stands in for steps, what fails, and who answers approvals.
 *
 * @param <I> what the pipeline takes
 * @param <O> what it yields
 */
public final class TestRun<I, O> {

    private final Consumer<Engine> opened;
    private final Spec spec;
    private final ClassLoader loader;
    private final Optional<I> defaults;
    private final Function<JsonNode, O> decoder;
    private final Arrangement arranged = new Arrangement();
    private @Nullable I input;

    TestRun(
            Consumer<Engine> opened,
            Spec spec,
            ClassLoader loader,
            Optional<I> defaults,
            Function<JsonNode, O> decoder) {
        this.opened = opened;
        this.spec = spec;
        this.loader = loader;
        this.defaults = defaults;
        this.decoder = decoder;
    }

    public TestRun<I, O> input(I value) {
        input = value;
        return this;
    }

    /** Takes the pipeline's own defaults as input, as a run does that is given none. */
    public TestRun<I, O> defaults() {
        input = defaults.orElseThrow(() -> new InvalidInputException(
                Code.MISSING_VALUE,
                "defaults()",
                "The pipeline \"%s\" has no defaults.".formatted(spec.name()),
                "Give an input."));
        return this;
    }

    /** Lets this do the work of a step; in the body of a map it is asked for each item. */
    public TestRun<I, O> standIn(String step, StandIn standIn) {
        arranged.standIns.put(step, standIn);
        return this;
    }

    /** Lets a step yield this value. */
    public TestRun<I, O> standIn(String step, Object result) {
        return standIn(step, (StandIn) inputs -> result);
    }

    /** Supplies the implementation of a service. */
    public <S> TestRun<I, O> service(Class<S> service, S implementation) {
        arranged.services = arranged.services.with(service, implementation);
        return this;
    }

    /** Registers workflows and activities of the application. */
    public TestRun<I, O> registering(Consumer<Worker> registration) {
        arranged.registrations.add(registration);
        return this;
    }

    /** Lets attempts of a step fail; more than once, and they fail one after the other. */
    public TestRun<I, O> failing(String step, Faults faults) {
        arranged.fault(step, faults);
        return this;
    }

    /** Approves as soon as it is asked. */
    public TestRun<I, O> approving(String step, String by) {
        return approving(step, by, Duration.ZERO);
    }

    /** Approves some time after it is asked, on the clock of the run. */
    public TestRun<I, O> approving(String step, String by, Duration after) {
        arranged.answer(step, after, by, true, Optional.empty());
        return this;
    }

    /** Refuses as soon as it is asked. */
    public TestRun<I, O> refusing(String step, String by, String why) {
        return refusing(step, by, why, Duration.ZERO);
    }

    public TestRun<I, O> refusing(String step, String by, String why, Duration after) {
        arranged.answer(step, after, by, false, Optional.of(why));
        return this;
    }

    public TestRun<I, O> startedBy(String person) {
        arranged.startedBy = person;
        return this;
    }

    /** Begins at this moment instead of now. */
    public TestRun<I, O> beginning(Instant moment) {
        arranged.begin = Optional.of(moment);
        return this;
    }

    /** The name of the run; by default that of the pipeline with "-test". */
    public TestRun<I, O> named(String run) {
        arranged.name = Optional.of(run);
        return this;
    }

    /** With other limits than usual, so that a small test meets them. */
    public TestRun<I, O> within(Limits limits) {
        arranged.limits = limits;
        return this;
    }

    /** How long the test waits in real time before it takes the run for stuck; two minutes by default. */
    public TestRun<I, O> patience(Duration realTime) {
        arranged.patience = realTime;
        return this;
    }

    Arrangement arranged() {
        return arranged;
    }

    /** Runs it to its end; an error when the test has arranged what cannot be. */
    public RunOutcome<O> run() {
        Problems problems = new Problems();
        JsonNode json = json(problems);
        KnownSteps steps = KnownSteps.of(spec);
        new Expectations(steps, arranged, problems).check();
        Mistakes mistakes = new Mistakes();
        Engine engine = new Engine(spec, arranged, loader, mistakes);
        opened.accept(engine);
        RunOrder order = RunOrder.of(spec, json, arranged.name.orElse(spec.name() + "-test"))
                .by(arranged.startedBy, "test")
                .within(arranged.limits);
        Instant begin = Instant.ofEpochMilli(engine.now());
        RunEnd end = engine.run(order);
        mistakes.throwIfAny();
        Histories histories = engine.histories(order.name());
        return new RunOutcome<>(
                end,
                decoder,
                new Happened(steps, engine.recording().happened(), end instanceof RunEnd.Failed),
                Duration.between(begin, histories.closed()),
                histories);
    }

    private JsonNode json(Problems problems) {
        I given = Optional.ofNullable(input).or(() -> defaults).orElse(null);
        if (given == null) {
            problems.add(Code.MISSING_VALUE, "the input", "The run has no input.", "Add .input(…) before .run().");
            return new JsonEncoder().encode("");
        }
        JsonNode json = given instanceof JsonNode node ? node : new JsonEncoder().encode(given);
        return new Conformance(spec.types(), path -> "the input at " + path, problems)
                .check(json, spec.pipeline().input());
    }
}
