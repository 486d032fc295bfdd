package dev.penstock.flow.user;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.container.Secret.secret;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.all;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.on;
import static dev.penstock.option.StepOption.onWorkers;
import static dev.penstock.option.StepOption.outOfMemory;
import static dev.penstock.option.StepOption.pendingAtMost;
import static dev.penstock.option.StepOption.queue;
import static dev.penstock.option.StepOption.rejecting;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.container.Pool;
import dev.penstock.container.Secret;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Fn;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Kept;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.option.StepOption;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a null is handed over, it is reported on the line that does so, and nothing else happens. */
@SuppressWarnings("unchecked")
class NullsTest {

    static Stream<BiConsumer<Flow, Value<Integer>>> inTheLanguage() {
        return Stream.of(
                (flow, depth) -> keep(flow, null),
                (flow, depth) -> flow.run(null),
                (flow, depth) ->
                        keep(flow, flow.apply((Fn.F1<Integer, Integer>) null).to(depth)),
                (flow, depth) -> keep(flow, flow.apply(Vocabulary::next).to(null)),
                (flow, depth) -> keep(
                        flow,
                        flow.call((Fn.M1<Vocabulary.Registry, Integer, Integer>) null)
                                .with(depth)),
                (flow, depth) -> keep(flow, flow.map((Value<List<Integer>>) null, each -> each)),
                (flow, depth) ->
                        keep(flow, flow.map(Value.of(List.of(1)), (Function<Value<Integer>, Value<Integer>>) null)),
                (flow, depth) -> keep(flow, flow.map(Value.of(List.of(1)), each -> (Value<Integer>) null)),
                (flow, depth) -> keep(flow, flow.when(null, () -> depth).otherwise(() -> depth)),
                (flow, depth) -> keep(
                        flow,
                        flow.when(depth.is(atLeast(1)), (Supplier<Value<Integer>>) null)
                                .otherwise(() -> depth)),
                (flow, depth) ->
                        keep(flow, flow.when(depth.is(atLeast(1)), () -> depth).otherwise(null)),
                (flow, depth) -> keep(flow, flow.repeat((Value<Integer>) null, n -> n, n -> n.is(atLeast(1)), 3)),
                (flow, depth) -> keep(flow, flow.repeat(depth, n -> n, n -> null, 3)),
                (flow, depth) -> keep(flow, flow.approval(null).of(depth)),
                (flow, depth) -> keep(flow, flow.approval("owners").of((Value<Integer>) null)),
                (flow, depth) -> keep(flow, flow.pause(null).of(depth)),
                (flow, depth) -> keep(flow, depth.provided(null, "why")),
                (flow, depth) -> keep(flow, depth.provided(depth.is(atLeast(1)), null)),
                (flow, depth) -> keep(flow, depth.provided(depth.is(null), "why")),
                (flow, depth) -> keep(flow, depth.provided(depth.is(atLeast((Integer) null)), "why")),
                (flow, depth) -> keep(flow, depth.provided(depth.is(atLeast(1)).or(null), "why")),
                (flow, depth) -> keep(flow, depth.get(null)),
                (flow, depth) -> keep(flow, Value.of(null)),
                (flow, depth) -> keep(flow, Value.text(null)),
                (flow, depth) -> keep(flow, Value.text("{}", (Value<?>) null)),
                (flow, depth) -> keep(flow, Value.list(depth, null)),
                (flow, depth) -> keep(flow, Value.widen(null)),
                (flow, depth) ->
                        keep(flow, Value.combine((Fn.F1<String, Kept>) null).of(Value.of("a"))),
                (flow, depth) -> keep(flow, Value.combine(Kept::new).of((Value<String>) null)),
                (flow, depth) -> flow.onFailure(null),
                (flow, depth) -> flow.lastly(null),
                (flow, depth) -> flow.run(new FailingPipelines.Sound().with(null)));
    }

    static Stream<Supplier<StepOption>> inOptions() {
        return Stream.of(
                () -> null,
                () -> named(null),
                () -> all((StepOption) null),
                () -> after((Value<?>) null),
                () -> timeout(null),
                () -> pendingAtMost(null),
                () -> within(null),
                () -> retry(2).every(null),
                () -> queue(null),
                () -> on((String) null),
                () -> onWorkers(null),
                () -> outOfMemory(2, null),
                () -> rejecting((Class<Exception>) null),
                () -> StepOption.budget(null),
                () -> StepOption.cached().version(null),
                () -> StepOption.cached().ignoring((String) null),
                () -> StepOption.cached().forAtMost(null));
    }

    static Stream<Supplier<Container>> inContainers() {
        Container container = Container.image("x");
        return Stream.of(
                () -> Container.image(null),
                () -> container.command("python", null),
                () -> container.env(null, "1"),
                () -> container.env("A", (String) null),
                () -> container.env("A", (Secret) null),
                () -> container.env("A", secret(null, "key")),
                () -> container.env("A", secret("name", null)),
                () -> container.memory(null),
                () -> container.disk(null),
                () -> container.gpu(1, null),
                () -> container.on((Pool) null),
                () -> container.on(pool(null)),
                () -> container.serviceAccount(null));
    }

    @ParameterizedTest
    @MethodSource("inTheLanguage")
    void areReportedInTheLanguage(BiConsumer<Flow, Value<Integer>> steps) {
        assertReported((flow, in) -> steps.accept(flow, in.get(Params::depth)));
    }

    @ParameterizedTest
    @MethodSource("inOptions")
    void areReportedInOptions(Supplier<StepOption> option) {
        assertReported((flow, in) -> flow.run(new Vocabulary.Keep<>(in), option.get()));
    }

    @ParameterizedTest
    @MethodSource("inContainers")
    void areReportedInContainers(Supplier<Container> container) {
        assertReported((flow, in) -> flow.run(Steps.Described.as(container, in.get(Params::depth))));
    }

    private static void assertReported(Sketch.Steps steps) {
        assertThat(Sketch.problems(steps)).singleElement().satisfies(problem -> {
            assertThat(problem.code().text()).isIn("null-value", "definition-failed");
            assertThat(problem.where()).matches("(NullsTest|Sketch)\\.java:\\d+");
        });
    }
}
