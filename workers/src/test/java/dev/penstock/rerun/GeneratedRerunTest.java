package dev.penstock.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.penstock.engine.Carried;
import dev.penstock.engine.Carried.Done;
import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import dev.penstock.type.Scalar;
import dev.penstock.type.Types;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares plans for random pipelines with what spreading the changes step by step gives. */
final class GeneratedRerunTest {

    private static final int PIPELINES = 200;

    private final Random dice = new Random(20261125);
    private int count;

    @Test
    void runsExactlyWhatTheChangesReach() {
        int partial = 0;
        for (int i = 0; i < PIPELINES; i++) {
            count = 0;
            Graph before = graph(new ArrayList<>(), 0);
            Set<String> edited = new TreeSet<>();
            Graph now = edited(before, edited);
            TreeSet<String> fresh = new TreeSet<>(edited);
            while (spread(now, fresh)) {}
            RerunPlan plan = RerunPlan.of(version(before), version(now), done(before), Datum::json, Optional.empty());
            Set<String> runs = plan.steps().stream()
                    .filter(step -> !(step.decision() instanceof Decision.Reused))
                    .map(step -> step.path().substring(step.path().lastIndexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> kept = plan.carried().done().keySet().stream()
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            TreeSet<String> expected = new TreeSet<>(names(now));
            expected.removeAll(fresh);
            assertThat(kept).as("pipeline %s, edited %s", i, edited).isEqualTo(expected);
            assertThat(runs).as("pipeline %s, edited %s", i, edited).containsAll(fresh);
            partial += kept.isEmpty() || fresh.isEmpty() ? 0 : 1;
        }
        assertThat(partial).as("pipelines of which a part is kept").isGreaterThan(PIPELINES / 2);
    }

    private static Version version(Graph graph) {
        PipelineSpec pipeline = new PipelineSpec(
                "generated",
                "Generated",
                PipelineSettings.none(),
                Scalar.INT,
                Scalar.INT,
                Optional.empty(),
                graph,
                Optional.empty(),
                Optional.empty(),
                Site.UNKNOWN);
        return new Version(new Spec(Spec.SCHEMA, pipeline, new Types(new TreeMap<>())), IntNode.valueOf(1));
    }

    private Graph graph(List<String> visible, int depth) {
        List<String> here = new ArrayList<>(visible);
        List<Node> nodes = new ArrayList<>();
        int size = 1 + dice.nextInt(depth == 0 ? 8 : 3);
        for (int i = 0; i < size; i++) {
            Node node = node("s" + count++, here, depth);
            nodes.add(node);
            here.add(node.name());
        }
        return new Graph(nodes, Optional.of(reading(here)));
    }

    private Node node(String name, List<String> visible, int depth) {
        Expression from = reading(visible);
        int kind = depth < 3 ? dice.nextInt(6) : 5;
        return switch (kind) {
            case 0 ->
                new Node.ForEach(
                        name, input(from), graph(visible, depth + 1), Scalar.INT, List.of(), List.of(), Site.UNKNOWN);
            case 1 ->
                new Node.Repeat(
                        name,
                        from,
                        graph(visible, depth + 1),
                        test(from),
                        3,
                        Scalar.INT,
                        List.of(),
                        List.of(),
                        Site.UNKNOWN);
            case 2 ->
                new Node.When(
                        name,
                        test(from),
                        graph(visible, depth + 1),
                        graph(visible, depth + 1),
                        Scalar.INT,
                        List.of(),
                        List.of(),
                        Site.UNKNOWN);
            default ->
                new Node.Apply(
                        name,
                        new Method("Code", "old"),
                        List.of(input(from), input(reading(visible))),
                        Scalar.INT,
                        List.of(),
                        List.of(),
                        Site.UNKNOWN);
        };
    }

    private Expression reading(List<String> visible) {
        return visible.isEmpty() || dice.nextInt(4) == 0
                ? new Expression.PipelineInput()
                : new Expression.Output(visible.get(dice.nextInt(visible.size())));
    }

    private static Input input(Expression from) {
        return new Input(from, Scalar.INT);
    }

    private static Predicate test(Expression from) {
        return new Predicate.Is(from, Predicate.Property.PRESENT);
    }

    /** Another method here and there. */
    private Graph edited(Graph graph, Set<String> edited) {
        return new Graph(
                graph.nodes().stream().map(node -> edited(node, edited)).toList(), graph.result());
    }

    private Node edited(Node node, Set<String> edited) {
        return switch (node) {
            case Node.ForEach map ->
                new Node.ForEach(
                        map.name(),
                        map.items(),
                        edited(map.body(), edited),
                        map.output(),
                        map.after(),
                        map.settings(),
                        map.at());
            case Node.Repeat loop ->
                new Node.Repeat(
                        loop.name(),
                        loop.initial(),
                        edited(loop.body(), edited),
                        loop.until(),
                        loop.atMost(),
                        loop.output(),
                        loop.after(),
                        loop.settings(),
                        loop.at());
            case Node.When when ->
                new Node.When(
                        when.name(),
                        when.condition(),
                        edited(when.then(), edited),
                        edited(when.otherwise(), edited),
                        when.output(),
                        when.after(),
                        when.settings(),
                        when.at());
            case Node.Apply apply -> {
                if (dice.nextInt(8) > 0) {
                    yield apply;
                }
                edited.add(apply.name());
                yield new Node.Apply(
                        apply.name(),
                        new Method("Code", "new"),
                        apply.inputs(),
                        apply.output(),
                        apply.after(),
                        apply.settings(),
                        apply.at());
            }
            default -> node;
        };
    }

    /** One step further; whether anything was added. */
    private static boolean spread(Graph graph, Set<String> fresh) {
        boolean grown = false;
        for (Node node : graph.nodes()) {
            boolean reads = References.steps(node).stream().anyMatch(fresh::contains);
            boolean inside = false;
            for (Graph body : References.bodies(node)) {
                grown |= spread(body, fresh);
                inside |= body.nodes().stream().map(Node::name).anyMatch(fresh::contains)
                        || body.result().stream()
                                .flatMap(result -> References.steps(result).stream())
                                .anyMatch(fresh::contains);
            }
            if (reads || inside) {
                grown |= fresh.add(node.name());
            }
            boolean anew = (node instanceof Node.ForEach && reads)
                    || (node instanceof Node.Repeat && fresh.contains(node.name()));
            if (anew) {
                for (Graph body : References.bodies(node)) {
                    grown |= fresh.addAll(names(body));
                }
            }
        }
        return grown;
    }

    private static Set<String> names(Graph graph) {
        Set<String> names = new TreeSet<>();
        for (Node node : graph.nodes()) {
            names.add(node.name());
            References.bodies(node).forEach(body -> names.addAll(names(body)));
        }
        return names;
    }

    private static Carried done(Graph graph) {
        SortedMap<String, Done> done = new TreeMap<>();
        collect(graph, "", done);
        return new Carried(false, Optional.empty(), done, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    private static void collect(Graph graph, String prefix, SortedMap<String, Done> done) {
        for (Node node : graph.nodes()) {
            String path = prefix + node.name();
            done.put(path, new Done(Datum.of(IntNode.valueOf(1)), 1, Instant.EPOCH, Instant.EPOCH));
            String inside = node instanceof Node.When ? prefix : path + "[0]/";
            References.bodies(node).forEach(body -> collect(body, inside, done));
        }
    }
}
