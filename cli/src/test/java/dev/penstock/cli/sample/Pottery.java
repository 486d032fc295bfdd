package dev.penstock.cli.sample;

import static dev.penstock.option.StepOption.cached;

import dev.penstock.artifact.Dataset;
import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.net.URI;

/** Shapes a pot in a container, in the one attempt that it has. */
public final class Pottery implements Pipeline<String, Pottery.Shaped> {

    record Pot(URI uri, String digest) implements Dataset {}

    /** A pot, and which attempt has shaped it from what. */
    public record Shaped(Pot pot, int attempt, String from) {}

    record Shape(Value<String> clay) implements ContainerStep<Shaped> {
        @Override
        public Container container() {
            return Container.image("pottery").command("sh", "shape.sh");
        }
    }

    @Override
    public Value<Shaped> define(Flow flow, Value<String> clay) {
        return flow.run(new Shape(clay), cached());
    }
}
