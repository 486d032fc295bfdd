package dev.penstock.testing.run;

import static dev.penstock.container.Container.image;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.option.StepOption.longRunning;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.quorum;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;

import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Ending;
import dev.penstock.flow.Failure;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The pipelines whose histories are kept: together they have every kind of step. */
final class Recorded {

    private Recorded() {}

    interface Office {
        int stamp(int number);

        void file(Failure failure);

        void close(Ending ending);
    }

    record Train(Value<Integer> depth) implements ContainerStep<Integer> {
        @Override
        public Container container() {
            return image("train").memory("1Gi");
        }
    }

    record Ray(Value<Integer> from) implements ResourceStep<Integer> {
        @Override
        public Resource resource() {
            return Resource.of("ray.io/v1", "RayJob")
                    .set("spec.from", from)
                    .succeedsWhen(Resource.field("status.jobStatus", "SUCCEEDED"))
                    .failsWhen(Resource.field("status.jobStatus", "FAILED"))
                    .yields("result", "status.result");
        }
    }

    record Sweep(Value<Integer> from) implements WorkflowStep<Integer> {}

    /** Work of each kind, in a row and side by side. */
    static final class Work implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> next = flow.apply(Recorded::next, retry(3)).to(in);
            Value<Integer> slow =
                    flow.apply(Recorded::next, named("slow"), longRunning()).to(next);
            Value<Integer> trained = flow.run(new Train(next), retry(3).every(ofMinutes(5)));
            Value<Integer> swept = flow.run(new Sweep(next));
            Value<Integer> stamped = flow.call(Office::stamp).with(slow);
            return flow.apply(Recorded::sum).to(Value.list(slow, trained, swept, stamped));
        }
    }

    /** Bodies inside bodies. */
    static final class Bodies implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> looped = flow.repeat(
                    in, n -> flow.call(Office::stamp, named("in-loop")).with(n), n -> n.is(atLeast(4)), 10);
            Value<List<Integer>> each = flow.map(
                    flow.apply(Recorded::upTo).to(looped),
                    n -> flow.when(
                                    n.is(atLeast(2)),
                                    () -> flow.call(Office::stamp, named("big")).with(n))
                            .otherwise(() ->
                                    flow.apply(Recorded::next, named("small")).to(n)),
                    tolerate(0.5));
            Value<Integer> sum = flow.apply(Recorded::sum).to(each);
            return sum.provided(sum.is(moreThan(3)), "too little");
        }
    }

    /** Items enough for children of their own. */
    static final class Tree implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            Value<List<Integer>> each = flow.map(
                    in,
                    n -> flow.repeat(
                            n, m -> flow.call(Office::stamp, named("stamp")).with(m), m -> m.is(atLeast(3)), 100),
                    named("each"));
            return flow.apply(Recorded::sum).to(each);
        }
    }

    /** Waits for people and for time. */
    static final class Waits implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Approved<Integer>> approved = flow.approval("owners", named("approve"), within(ofDays(2)), quorum(2))
                    .of(flow.apply(Recorded::next).to(in));
            return flow.pause(Duration.ofDays(30), named("rest")).of(approved.get(Approved::value));
        }
    }

    /** Another pipeline, and handlers for how it ends. */
    static final class Nested implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            flow.onFailure(failure -> flow.tell(Office::file).with(failure));
            flow.lastly(ending -> flow.tell(Office::close).with(ending));
            Value<Integer> inside = flow.run(new Bodies().with(in), named("inside"), retry(2), timeout(ofDays(1)));
            Value<Integer> ray = flow.run(new Ray(inside), named("ray"));
            return flow.apply(Recorded::next).to(ray);
        }
    }

    /** Far more calls than fit into the short histories that the test allows. */
    static final class Lengthy implements Pipeline<Integer, String> {
        @Override
        public Value<String> define(Flow flow, Value<Integer> in) {
            Value<Integer> value = in;
            for (int i = 0; i < 12; i++) {
                value = flow.call(Office::stamp, named("stamp-" + i)).with(value);
            }
            return flow.apply(Recorded::words).to(value);
        }
    }

    static int next(int n) {
        return n + 1;
    }

    static int sum(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sum();
    }

    static List<Integer> upTo(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    static String words(int n) {
        return "word ".repeat(n * 10);
    }
}
