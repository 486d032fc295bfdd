package dev.penstock.diff;

import dev.penstock.diff.Change.Kind;
import dev.penstock.diff.Region.Branch;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Words;
import dev.penstock.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how a pipeline changed: itself, its steps and its handlers. */
final class PipelineDiff {

    private final Place place;
    private final String prefix;
    private final Renaming types;

    /** Paths of steps begin with the prefix. */
    PipelineDiff(Place place, String prefix, Renaming types) {
        this.place = place;
        this.prefix = prefix;
        this.types = types;
    }

    void compare(PipelineSpec before, PipelineSpec after) {
        itself(before, after);
        Matching matching =
                new Matching(Placed.all(before, prefix), Placed.all(after, prefix), types.typesOnly(), StepDiff::same);
        results(place, Placed.graphs(before), Placed.graphs(after), matching.renaming());
        removed(matching.removed(), handlers(Kind.REMOVED, before, after));
        added(matching.added(), handlers(Kind.ADDED, after, before));
        matching.matched().forEach(step -> matched(step.before(), step.after(), matching.renaming()));
    }

    private void itself(PipelineSpec before, PipelineSpec after) {
        place.compare(Kind.PIPELINE, "name of the pipeline", before.name(), after.name(), Shown::quoted);
        place.compare(Kind.PIPELINE, "class of the pipeline", before.definedBy(), after.definedBy(), name -> name);
        type("takes", types.of(before.input()), after.input());
        type("yields", types.of(before.output()), after.output());
        if (before.defaults().isPresent() && after.defaults().isPresent()) {
            new JsonDiff(place, Kind.PIPELINE)
                    .compare(
                            "default", before.defaults().get(), after.defaults().get());
        } else {
            place.compareOptional(Kind.PIPELINE, "defaults", before.defaults(), after.defaults(), JsonDiff::words);
        }
        new SettingsDiff(place).compare(before.settings(), after.settings());
    }

    private void type(String verb, DataType before, DataType after) {
        if (!before.equals(after)) {
            place.say(Kind.PIPELINE, "the pipeline %s %s".formatted(verb, InputDiff.types(before, after)));
        }
    }

    /** Says which handlers only the first has, and yields what the paths of their steps begin with. */
    private List<String> handlers(Kind kind, PipelineSpec having, PipelineSpec lacking) {
        List<String> prefixes = new ArrayList<>();
        Map<Branch, Graph> others = Placed.graphs(lacking);
        Placed.graphs(having).forEach((branch, graph) -> {
            if (!others.containsKey(branch)) {
                String verb = kind == Kind.ADDED ? "added" : "removed";
                String names = Shown.list(graph.nodes().stream().map(Node::name).toList());
                place.say(kind, "%s %s: %s".formatted(Region.of(branch).words(), verb, names));
                prefixes.add(prefix + Placed.title(branch));
            }
        });
        return prefixes;
    }

    private static void results(Place place, Map<Branch, Graph> before, Map<Branch, Graph> after, Renaming renaming) {
        after.forEach((branch, graph) -> {
            Graph was = before.get(branch);
            if (was == null) {
                return;
            }
            String what = switch (branch) {
                case MAIN -> "result";
                case BODY -> "result of the body";
                case THEN -> "result of the then-branch";
                case OTHERWISE -> "result of the otherwise-branch";
                case ON_FAILURE, LASTLY -> "result of " + Region.of(branch).words();
            };
            if (was.result().isPresent() && graph.result().isPresent()) {
                new InputDiff(place, renaming)
                        .source(what, was.result().get(), graph.result().get());
            } else {
                place.compareOptional(Kind.DATA, what, was.result(), graph.result(), Words::of);
            }
        });
    }

    private void removed(List<Placed> removed, List<String> told) {
        for (Placed placed : outermost(removed, told)) {
            place.at(placed.path(), Optional.of(placed.node().at()), Optional.empty())
                    .say(Kind.REMOVED, "step \"%s\" removed: %s".formatted(placed.name(), summary(placed, removed)));
        }
    }

    private void added(List<Placed> added, List<String> told) {
        for (Placed placed : outermost(added, told)) {
            place.at(placed.path(), Optional.empty(), Optional.of(placed.node().at()))
                    .say(
                            Kind.ADDED,
                            "step \"%s\" added: %s%s"
                                    .formatted(placed.name(), summary(placed, added), reads(placed.node())));
        }
    }

    /** Steps in the bodies of a new or removed step come and go with it. */
    private static List<Placed> outermost(List<Placed> steps, List<String> told) {
        List<String> prefixes = new ArrayList<>(told);
        List<Placed> outermost = new ArrayList<>();
        for (Placed placed : steps) {
            if (prefixes.stream().noneMatch(placed.path()::startsWith)) {
                outermost.add(placed);
                if (!Placed.bodies(placed.node()).isEmpty()) {
                    prefixes.add(placed.inside());
                }
            }
        }
        return outermost;
    }

    private static String summary(Placed placed, List<Placed> alike) {
        List<String> inside = alike.stream()
                .filter(other -> other.path().startsWith(placed.inside()))
                .map(Placed::name)
                .toList();
        String words = StepWords.of(placed.node());
        return inside.isEmpty() ? words : "%s, with %s inside".formatted(words, Shown.list(inside));
    }

    private static String reads(Node node) {
        String read = StepWords.reads(node);
        return read.isEmpty() ? "" : ", reads " + read;
    }

    private void matched(Placed was, Placed is, Renaming renaming) {
        Place step = place.at(
                is.path(), Optional.of(was.node().at()), Optional.of(is.node().at()));
        if (!was.name().equals(is.name())) {
            step.say(Kind.RENAMED, "step \"%s\" is now called \"%s\"".formatted(was.name(), is.name()));
        }
        Region from = was.region().renamed(renaming);
        if (!from.equals(is.region())) {
            step.say(
                    Kind.MOVED,
                    "moved from %s to %s".formatted(from.words(), is.region().words()));
        }
        new StepDiff(step, renaming).compare(was.node(), is.node());
        results(step, Placed.bodies(was.node()), Placed.bodies(is.node()), renaming);
    }
}
