package dev.penstock.draw;

import static dev.penstock.draw.Steps.IN;
import static dev.penstock.draw.Steps.apply;
import static dev.penstock.draw.Steps.atLeast;
import static dev.penstock.draw.Steps.forEach;
import static dev.penstock.draw.Steps.in;
import static dev.penstock.draw.Steps.out;
import static dev.penstock.draw.Steps.pipeline;
import static dev.penstock.draw.Steps.pipelineSpec;
import static dev.penstock.draw.Steps.repeat;
import static dev.penstock.draw.Steps.spec;
import static dev.penstock.draw.Steps.when;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.Spec;
import dev.penstock.type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Pipelines of any shape, the same for the same seed. */
final class RandomSpecs {

    private final Random random;
    private int named;

    private RandomSpecs(long seed) {
        this.random = new Random(seed);
    }

    static Spec of(long seed) {
        return spec("random-" + seed, new RandomSpecs(seed).graph(List.of(IN, in("a"), in("b")), 0));
    }

    /** So many steps in a row, each of which also reads another of those before it, wherever it is. */
    static Spec tangle(int steps) {
        Random random = new Random(1);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Expression one = i == 0 ? IN : out("step-" + (i - 1));
            Expression other = i == 0 ? IN : out("step-" + random.nextInt(i));
            nodes.add(apply("step-" + i, "app.Code", "mix", "app.Item", one, other));
        }
        return spec("tangle", new Graph(nodes, Optional.of(out("step-" + (steps - 1)))));
    }

    private Graph graph(List<Expression> around, int depth) {
        List<Expression> sources = new ArrayList<>(around);
        List<Node> nodes = new ArrayList<>();
        int steps = 1 + random.nextInt(depth == 0 ? 14 : 5);
        for (int i = 0; i < steps; i++) {
            Node node = node(sources, depth);
            nodes.add(node);
            sources.add(out(node.name()));
            sources.add(out(node.name(), "part"));
        }
        Expression result = random.nextInt(4) == 0
                ? new Expression.Items(List.of(any(sources), any(sources)), Scalar.INT)
                : out(nodes.getLast().name());
        return new Graph(nodes, Optional.of(result));
    }

    private Node node(List<Expression> sources, int depth) {
        String name = "step-" + named++ + "x".repeat(random.nextInt(12));
        return switch (depth > 2 ? 9 : random.nextInt(10 + 8 * depth)) {
            case 0 ->
                forEach(
                        name,
                        any(sources),
                        "list<app.Item>",
                        graph(with(sources, new Expression.Item(name)), depth + 1));
            case 1 ->
                when(
                        name,
                        atLeast(any(sources), any(sources)),
                        "app.Item",
                        graph(sources, depth + 1),
                        graph(sources, depth + 1));
            case 2 ->
                repeat(
                        name,
                        any(sources),
                        atLeast(new Expression.State(name), any(sources)),
                        3,
                        "app.Item",
                        graph(with(sources, new Expression.State(name)), depth + 1));
            case 3 ->
                pipeline(
                        name,
                        pipelineSpec("inner", "int", "app.Item", graph(List.of(IN, in("c")), depth + 1)),
                        any(sources));
            default -> apply(name, "app.Code", "work", "app.Item", inputs(sources));
        };
    }

    private Expression[] inputs(List<Expression> sources) {
        Expression[] inputs = new Expression[random.nextInt(4)];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = any(sources);
        }
        return inputs;
    }

    private Expression any(List<Expression> sources) {
        return sources.get(random.nextInt(sources.size()));
    }

    private static List<Expression> with(List<Expression> sources, Expression more) {
        List<Expression> all = new ArrayList<>(sources);
        all.add(more);
        return all;
    }
}
