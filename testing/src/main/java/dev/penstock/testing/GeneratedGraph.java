package dev.penstock.testing;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import dev.penstock.type.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Grows one graph, step by step: each step sees those before it. */
final class GeneratedGraph {

    private final GeneratedSteps steps;
    private final List<Node> nodes = new ArrayList<>();
    private Scope scope;

    GeneratedGraph(GeneratedSteps steps, Scope scope) {
        this.steps = steps;
        this.scope = scope;
    }

    /** A graph that yields a value of the type. */
    Graph yielding(DataType wanted, int most, int depth) {
        grow(most, depth);
        Expression result = steps.expressions().of(wanted, scope);
        close(Optional.of(result));
        return new Graph(nodes, Optional.of(result));
    }

    /** A graph that is there for its effects. */
    Graph handler(int most, int depth) {
        grow(most, depth);
        close(Optional.empty());
        return new Graph(nodes, Optional.empty());
    }

    private void grow(int most, int depth) {
        for (int i = steps.dice().between(1, most); i > 0; i--) {
            add(steps.any(scope, depth));
        }
    }

    private void add(Node node) {
        nodes.add(node);
        scope = scope.withStep(node.name(), node.output(), steps.types().types());
    }

    /** Something must use each step, or it would be there for nothing. */
    private void close(Optional<Expression> result) {
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(References.stepsWithBodies(node)));
        result.ifPresent(expression -> used.addAll(References.steps(expression)));
        List<String> unused = nodes.stream()
                .map(Node::name)
                .filter(name -> !used.contains(name))
                .toList();
        if (!unused.isEmpty()) {
            nodes.add(new Node.Call(
                    steps.name(),
                    new Method("dev.example.Audit", "note"),
                    List.of(),
                    Scalar.STRING,
                    unused,
                    List.of(),
                    new Site("Audit.java", 1)));
        }
    }
}
