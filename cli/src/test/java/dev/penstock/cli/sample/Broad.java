package dev.penstock.cli.sample;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.isTrue;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.notTheAuthor;
import static dev.penstock.option.StepOption.quorum;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.option.StepOption.within;

import dev.penstock.flow.Approved;
import dev.penstock.flow.Done;
import dev.penstock.flow.Failure;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import java.time.Duration;
import java.util.List;

/** Has a step of every kind that {@link Iris} lacks. */
public final class Broad implements Pipeline<Broad.Params, Integer> {

    public record Params(List<List<Integer>> groups, int goal) {}

    record State(int count, boolean enough) {}

    record Cluster(Value<Integer> workers) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.rayJob().set("spec.workers", workers);
        }
    }

    record Watch(Value<Integer> limit) implements WorkflowStep<Integer> {}

    /** Effects on the outside world. */
    public interface Pager {
        void page(String message);
    }

    /** A pipeline inside this one. */
    public static final class Sum implements Pipeline<List<Integer>, List<Integer>> {

        @Override
        public Value<List<Integer>> define(Flow flow, Value<List<Integer>> in) {
            return flow.map(
                    in, item -> flow.apply(Broad::twice, named("double")).to(item));
        }
    }

    @Override
    public Value<Integer> define(Flow flow, Value<Params> in) {
        Value<Done> cluster = flow.run(new Cluster(in.get(Params::goal)));
        Value<List<Integer>> fixed = Value.list(Value.of(1), Value.of(3));
        Value<List<Integer>> summed = flow.run(new Sum().with(fixed), after(cluster));
        Value<Integer> total = flow.apply(Broad::sum, named("total")).to(summed);
        Value<List<Integer>> groups = flow.map(
                in.get(Params::groups),
                group -> flow.apply(Broad::sum, named("group")).to(group),
                tolerate(0.25));
        Value<State> state = flow.apply(Broad::start, named("start")).to(total, groups);
        Value<State> last = flow.repeat(
                state,
                now -> flow.apply(Broad::next, named("next")).to(now),
                now -> now.get(State::enough).is(isTrue()),
                9);
        Value<Integer> good =
                last.get(State::count).provided(last.get(State::count).is(atLeast(1)), "nothing to count");
        Value<Approved<Integer>> approved = flow.approval(
                        "owners", within(Duration.ofDays(2)), quorum(2), notTheAuthor())
                .of(good);
        Value<Integer> later = flow.pause(Duration.ofHours(1)).of(approved.get(Approved::value));
        flow.onFailure(failure -> flow.tell(Pager::page, named("page")).with(failure.get(Failure::message)));
        return flow.run(new Watch(later));
    }

    static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    static int twice(int number) {
        return 2 * number;
    }

    static State start(int total, List<Integer> groups) {
        return new State(total + groups.size(), false);
    }

    static State next(State state) {
        return new State(state.count() + 1, state.count() > 3);
    }
}
