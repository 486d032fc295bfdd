package dev.penstock.engine;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.Scalar;
import dev.penstock.value.Datum;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Carries what a body reads of its surroundings from one workflow to another. */
public final class Surroundings {

    private Surroundings() {}

    /** The values around a map's body that the body reads, its own item excluded. */
    public static Bindings of(Node.ForEach map, Scope scope) {
        SortedSet<String> own = new TreeSet<>();
        names(map.body(), own);
        SortedMap<String, Datum> outputs = new TreeMap<>();
        SortedMap<String, Datum> items = new TreeMap<>();
        SortedMap<String, Datum> states = new TreeMap<>();
        boolean[] readsInput = {false};
        visit(map.body(), expression -> {
            switch (expression) {
                case Expression.Output output
                when !own.contains(output.step()) ->
                    outputs.computeIfAbsent(
                            output.step(), step -> scope.output(step).value());
                case Expression.Item item
                when !own.contains(item.step()) && !item.step().equals(map.name()) ->
                    items.computeIfAbsent(item.step(), step -> scope.item(step).value());
                case Expression.State state
                when !own.contains(state.step()) ->
                    states.computeIfAbsent(
                            state.step(), step -> scope.state(step).value());
                case Expression.PipelineInput input -> readsInput[0] = true;
                default -> {}
            }
        });
        Optional<Datum> input = readsInput[0] ? Optional.of(scope.input().value()) : Optional.empty();
        return new Bindings(outputs, items, states, input);
    }

    /** The scope that these values make. */
    public static Scope scope(Bindings bindings, CompiledPipeline pipeline) {
        Datum input = bindings.input().orElse(Datum.of(NullNode.instance));
        Scope scope = Scope.of(input, pipeline.spec().input());
        bindings.outputs()
                .forEach((step, value) ->
                        scope.output(step, value, pipeline.node(step).output()));
        bindings.items().forEach((step, value) -> scope.withItem(step, value, element(pipeline.node(step))));
        bindings.states()
                .forEach((step, value) ->
                        scope.withState(step, value, pipeline.node(step).output()));
        return scope;
    }

    /** The type of the items of a map. */
    public static DataType element(Node map) {
        return map instanceof Node.ForEach each && each.items().type() instanceof ListOf list
                ? list.element()
                : Scalar.JSON;
    }

    private static void names(Graph graph, SortedSet<String> into) {
        for (Node node : graph.nodes()) {
            into.add(node.name());
            References.bodies(node).forEach(body -> names(body, into));
        }
    }

    private static void visit(Graph graph, Consumer<Expression> visitor) {
        for (Node node : graph.nodes()) {
            References.expressions(node).forEach(expression -> visit(expression, visitor));
            References.bodies(node).forEach(body -> visit(body, visitor));
        }
        graph.result().ifPresent(result -> visit(result, visitor));
    }

    private static void visit(Expression expression, Consumer<Expression> visitor) {
        visitor.accept(expression);
        References.parts(expression).forEach(part -> visit(part, visitor));
    }
}
