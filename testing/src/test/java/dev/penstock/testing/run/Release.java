package dev.penstock.testing.run;

import static dev.penstock.container.Container.image;
import static dev.penstock.container.Pool.pool;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.outOfMemory;
import static dev.penstock.option.StepOption.pendingAtMost;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;

import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Trains models in containers, and promotes the best after an approval and a rest of a month. */
final class Release implements Pipeline<Release.Params, String> {

    record Params(String source, List<Integer> depths, int bar) {}

    record Candidate(int depth, int score) {}

    record Ingest(Value<String> source) implements ContainerStep<String> {
        @Override
        public Container container() {
            return image("ingest");
        }
    }

    record Train(Value<String> data, Value<Integer> depth) implements ContainerStep<Candidate> {
        @Override
        public Container container() {
            return image("train").memory("1Gi").on(pool("first"), pool("second"));
        }
    }

    interface Registry {
        String promote(Approved<Candidate> approved);
    }

    @Override
    public Optional<Params> defaults() {
        return Optional.of(new Params("a", List.of(1, 2, 3), 3));
    }

    @Override
    public Value<String> define(Flow flow, Value<Params> in) {
        Value<String> data = flow.run(new Ingest(in.get(Params::source)), retry(2).every(ofMinutes(10)));
        Value<List<Candidate>> all = flow.map(
                in.get(Params::depths),
                depth -> flow.run(
                        new Train(data, depth),
                        retry(3).every(ofMinutes(1)),
                        spot().onDemandAfter(2),
                        pendingAtMost(ofMinutes(5)),
                        outOfMemory(2, "2Gi")),
                named("each"));
        Value<Candidate> best = flow.apply(Release::best, retry(2)).to(all);
        return flow.when(
                        best.get(Candidate::score).is(atLeast(in.get(Params::bar))),
                        () -> {
                            Value<Approved<Candidate>> approved = flow.approval(
                                            "owners", within(ofDays(2)), named("approve"))
                                    .of(best);
                            Value<Approved<Candidate>> rested =
                                    flow.pause(ofDays(30), named("rest")).of(approved);
                            return flow.call(Registry::promote).with(rested);
                        },
                        named("good"))
                .otherwise(() -> flow.apply(Release::reject).to(best));
    }

    static Candidate best(List<Candidate> all) {
        return all.stream().max(Comparator.comparingInt(Candidate::score)).orElseThrow();
    }

    static String reject(Candidate best) {
        return "only " + best.score();
    }

    /** A run whose containers are stood in for: the score of a model is its depth. */
    static TestRun<Params, String> in(PipelineRuns runs) {
        return runs.of(new Release())
                .standIn("ingest", "rows")
                .standIn("train", inputs -> {
                    int depth = inputs.get("depth", Integer.class);
                    return new Candidate(depth, depth);
                })
                .service(
                        Registry.class,
                        approved -> "promoted " + approved.value().depth() + " by " + String.join(", ", approved.by()));
    }
}
