package dev.penstock.rerun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Carried;
import dev.penstock.engine.Carried.Done;
import dev.penstock.engine.Carried.Open;
import dev.penstock.engine.Messages;
import dev.penstock.engine.SliceResult;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import dev.penstock.store.BlobException;
import dev.penstock.type.Conformance;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.value.Datum;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The results of an earlier run, by the steps that they are of. */
final class Kept {

    private final Carried carried;
    private final Shapes shapes;
    private final Function<Datum, JsonNode> values;
    private final SortedMap<String, TreeSet<String>> paths = new TreeMap<>();

    Kept(Carried carried, Shapes shapes, Function<Datum, JsonNode> values) {
        this.carried = carried;
        this.shapes = shapes;
        this.values = values;
        carried.done()
                .keySet()
                .forEach(path -> paths.computeIfAbsent(Outline.general(path), key -> new TreeSet<>())
                        .add(path));
    }

    Shapes shapes() {
        return shapes;
    }

    /** The paths of a step's results, and of those of single items where it is a map. */
    List<String> paths(Placed step) {
        return List.copyOf(paths.getOrDefault(step.path(), new TreeSet<>()));
    }

    /** Why the results of a step do not fit its type as it is now; nothing where they do. */
    Optional<String> misfit(Placed step, DataType was) {
        DataType is = step.node().output();
        if (shapes.same(was, is)) {
            return Optional.empty();
        }
        for (String path : paths(step)) {
            Optional<String> problem =
                    Optional.ofNullable(carried.done().get(path)).flatMap(done -> misfit(step.node(), path, done));
            if (problem.isPresent()) {
                return problem;
            }
        }
        for (String path : carried.open().keySet()) {
            Optional<Datum> state =
                    Optional.ofNullable(carried.open().get(path)).flatMap(Open::state);
            if (Outline.general(path).equals(step.path()) && state.isPresent()) {
                return misfit(state.get(), is);
            }
        }
        return Optional.empty();
    }

    private Optional<String> misfit(Node node, String path, Done done) {
        if (!path.endsWith("]")) {
            return misfit(done.value(), node.output());
        }
        if (path.substring(path.lastIndexOf('[')).contains("-")) {
            SliceResult slice = Messages.decode(done.value().json(), SliceResult.class);
            return misfit(slice.results(), node.output());
        }
        return node.output() instanceof ListOf list ? misfit(done.value(), list.element()) : Optional.empty();
    }

    private Optional<String> misfit(Datum value, DataType type) {
        Problems problems = new Problems();
        try {
            new Conformance(shapes.now(), path -> path, problems).check(values.apply(value), type);
        } catch (BlobException e) {
            return Optional.of("its result cannot be read any more: " + e.getMessage());
        }
        return problems.list().stream()
                .findFirst()
                .map(problem -> "its result does not fit its type any more: at %s: %s"
                        .formatted(problem.where(), problem.message().replaceAll("\\.$", "")));
    }

    /** What is left of it; clocks and budgets begin anew. */
    Carried where(Predicate<String> isKept) {
        SortedMap<String, Done> done = new TreeMap<>(carried.done());
        done.keySet().removeIf(path -> !isKept.test(Outline.general(path)));
        SortedMap<String, Open> open = new TreeMap<>(carried.open());
        open.keySet().removeIf(path -> !isKept.test(Outline.general(path)));
        open.values().removeIf(begun -> begun.spent().attempts() > 0);
        SortedMap<String, Datum> children = new TreeMap<>(carried.children());
        children.keySet().removeIf(path -> !isKept.test(Outline.general(path)));
        return new Carried(false, Optional.empty(), done, open, children, new TreeMap<>());
    }
}
