package dev.penstock.cli.sample;

import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.timeout;

import dev.penstock.artifact.Dataset;
import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Builds walls of bricks in containers. */
public final class Bricks implements Pipeline<List<Integer>, List<Bricks.Measured>> {

    record Wall(URI uri, String digest) implements Dataset {}

    /** How high a wall is. */
    public record Measured(int height, String material) {}

    record Lay(Value<Integer> height) implements ContainerStep<Wall> {
        @Override
        public Container container() {
            return Container.image("bricks").command("sh", "lay.sh").memory("512Mi");
        }
    }

    record Measure(Value<Wall> wall) implements ContainerStep<Measured> {
        @Override
        public Container container() {
            return Container.image("bricks").command("python", "measure.py");
        }
    }

    @Override
    public Value<List<Measured>> define(Flow flow, Value<List<Integer>> heights) {
        return flow.map(
                heights,
                height -> flow.run(new Measure(flow.run(new Lay(height), retry(2), timeout(Duration.ofSeconds(3))))));
    }
}
