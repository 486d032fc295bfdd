package dev.penstock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.engine.Conditions;
import dev.penstock.engine.Evaluation;
import dev.penstock.engine.Scope;
import dev.penstock.engine.Surroundings;
import dev.penstock.flow.Ending;
import dev.penstock.option.Setting;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType.Named;
import dev.penstock.value.Datum;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs a spec one step after the other, without a server: what a run must do, in its simplest form. */
final class ReferenceRun {

    private final Spec spec;
    private final FakeWork work;
    private final SortedMap<String, Integer> done = new TreeMap<>();
    private final NavigableSet<String> failing = new TreeSet<>();

    ReferenceRun(Spec spec) {
        this.spec = spec;
        this.work = new FakeWork(spec.types());
    }

    /** How often each piece of work is done, where nothing fails. */
    SortedMap<String, Integer> done() {
        return done;
    }

    /** The steps by which a run can fail, or an item of a map, or a handler. */
    NavigableSet<String> failing() {
        return failing;
    }

    Optional<JsonNode> run(JsonNode input) {
        return pipeline(spec.pipeline(), Datum.of(input), "").map(Datum::json);
    }

    private Optional<Datum> pipeline(PipelineSpec pipeline, Datum input, String prefix) {
        Scope scope = Scope.of(input, pipeline.input());
        Optional<Datum> result = graph(pipeline.graph(), scope.inside(), prefix);
        // What handlers of failures are told depends on which of several failures comes first.
        if (result.isPresent() && pipeline.lastly().isPresent()) {
            ObjectNode ending = JsonNodeFactory.instance.objectNode().put("result", "SUCCEEDED");
            Scope inside = scope.telling(Datum.of(ending), new Named(Ending.class.getName()))
                    .inside();
            graph(pipeline.lastly().get(), inside, prefix);
        }
        return result;
    }

    /** Goes on after a failure, to find all by which a run may end. */
    private Optional<Datum> graph(Graph graph, Scope scope, String prefix) {
        NavigableSet<String> open = new TreeSet<>();
        for (Node node : graph.nodes()) {
            boolean ready = References.stepsWithBodies(node).stream().noneMatch(open::contains);
            Optional<Datum> value = ready ? step(node, scope, prefix) : Optional.empty();
            value.ifPresent(known -> scope.output(node.name(), known, node.output()));
            if (value.isEmpty()) {
                open.add(node.name());
            }
        }
        if (!open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(graph.result().map(result -> value(result, scope)).orElse(Datum.of(NullNode.instance)));
    }

    private Optional<Datum> step(Node node, Scope scope, String prefix) {
        String path = prefix + node.name();
        return switch (node) {
            case Node.Apply apply -> work(node, scope, path);
            case Node.Call call -> work(node, scope, path);
            case Node.RunContainer run -> work(node, scope, path);
            case Node.RunResource run -> work(node, scope, path);
            case Node.RunWorkflow run -> work(node, scope, path);
            case Node.RunPipeline run ->
                pipeline(run.pipeline(), value(run.input().from(), scope), path + "/");
            case Node.ForEach map -> map(map, scope, path);
            case Node.When when ->
                graph(holds(when.condition(), scope) ? when.then() : when.otherwise(), scope.inside(), prefix);
            case Node.Repeat repeat -> repeat(repeat, scope, path);
            case Node.Provided provided -> provided(provided, scope);
            case Node.Approval approval -> Optional.of(approved(approval, scope));
            case Node.Pause pause -> Optional.of(value(pause.value(), scope));
        };
    }

    private Optional<Datum> work(Node node, Scope scope, String path) {
        List<JsonNode> inputs = References.inputs(node).stream()
                .map(Input::from)
                .map(from -> value(from, scope).json())
                .toList();
        done.merge(key(node, path, inputs), 1, Integer::sum);
        return Optional.of(Datum.of(work.result(node.name(), node.output(), inputs)));
    }

    /** Functions do not know their path. */
    static String key(Node node, String path, List<JsonNode> inputs) {
        return (node instanceof Node.Apply ? node.name() : path) + " " + FakeWork.text(inputs);
    }

    private Optional<Datum> map(Node.ForEach map, Scope scope, String path) {
        JsonNode items = value(map.items().from(), scope).json();
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < items.size(); i++) {
            Scope inside = scope.inside().withItem(map.name(), Datum.of(items.get(i)), Surroundings.element(map));
            graph(map.body(), inside, path + "[" + i + "]/").ifPresent(result -> results.add(result.json()));
        }
        double tolerated =
                map.setting(Setting.Tolerate.class).map(Setting.Tolerate::ratio).orElse(0.0);
        boolean enough = items.size() - results.size() <= Math.floor(tolerated * items.size() + 1e-9);
        return enough ? Optional.of(Datum.of(results)) : Optional.empty();
    }

    private Optional<Datum> repeat(Node.Repeat repeat, Scope scope, String path) {
        Datum state = value(repeat.initial(), scope);
        for (int i = 0; i < repeat.atMost(); i++) {
            Scope inside = scope.inside().withState(repeat.name(), state, repeat.output());
            Optional<Datum> next = graph(repeat.body(), inside, path + "[" + i + "]/");
            if (next.isEmpty()) {
                return next;
            }
            state = next.get();
            if (holds(repeat.until(), scope.inside().withState(repeat.name(), state, repeat.output()))) {
                break;
            }
        }
        return Optional.of(state);
    }

    private Optional<Datum> provided(Node.Provided provided, Scope scope) {
        if (holds(provided.condition(), scope)) {
            return Optional.of(value(provided.value(), scope));
        }
        failing.add(provided.name());
        return Optional.empty();
    }

    /** By as many people as are needed, who are called a, b and c. */
    private Datum approved(Node.Approval approval, Scope scope) {
        ObjectNode approved = JsonNodeFactory.instance.objectNode();
        approved.set("value", value(approval.value(), scope).json());
        ArrayNode by = approved.putArray("by");
        int needed = approval.setting(Setting.Quorum.class)
                .map(Setting.Quorum::approvers)
                .orElse(1);
        List.of("a", "b", "c").subList(0, needed).forEach(by::add);
        approved.put("at", FakeWork.BEGIN);
        return Datum.of(approved);
    }

    private Datum value(Expression expression, Scope scope) {
        return new Evaluation(scope, spec.types()).of(expression).orElseThrow();
    }

    private boolean holds(Predicate predicate, Scope scope) {
        return new Conditions(scope, spec.types()).holds(predicate).orElseThrow();
    }
}
