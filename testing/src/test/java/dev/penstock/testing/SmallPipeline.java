package dev.penstock.testing;

import static dev.penstock.container.Container.image;
import static dev.penstock.container.Pool.pool;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.retry;

import dev.penstock.artifact.Dataset;
import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.net.URI;
import java.util.List;

/** A map, a choice, a container, a call and two functions. */
record SmallPipeline(String memory) implements Pipeline<SmallPipeline.Params, String> {

    record Params(URI source, List<Integer> depths, double bar) {}

    record Raw(URI uri, String digest) implements Dataset {}

    record Score(int depth, double accuracy) {}

    record Ingest(Value<URI> source) implements ContainerStep<Raw> {
        @Override
        public Container container() {
            return image("ingest");
        }
    }

    record Train(Value<Raw> raw, Value<Integer> depth, String memory) implements ContainerStep<Score> {
        @Override
        public Container container() {
            return image("train").memory(memory).on(pool("gpu-workloads"));
        }
    }

    interface Registry {
        String promote(Score best);
    }

    @Override
    public String name() {
        return "small";
    }

    @Override
    public Value<String> define(Flow flow, Value<Params> in) {
        Value<Raw> raw = flow.run(new Ingest(in.get(Params::source)), retry(5));
        Value<List<Score>> scores =
                flow.map(in.get(Params::depths), depth -> flow.run(new Train(raw, depth, memory), cached()));
        Value<Score> best = flow.apply(SmallPipeline::best).to(scores);
        return flow.when(
                        best.get(Score::accuracy).is(atLeast(in.get(Params::bar))),
                        () -> flow.call(Registry::promote).with(best))
                .otherwise(() -> flow.apply(SmallPipeline::reject).to(best));
    }

    static Score best(List<Score> scores) {
        return scores.getFirst();
    }

    static String reject(Score best) {
        return "only " + best.accuracy();
    }
}
