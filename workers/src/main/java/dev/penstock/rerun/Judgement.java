package dev.penstock.rerun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import dev.penstock.spec.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds for every step why its results cannot be kept, whether there are any or not. */
final class Judgement {

    private final Version before;
    private final Version now;
    private final Outline then;
    private final Outline outline;
    private final Kept kept;
    private final Optional<Placed> start;
    private final Map<Placed, Optional<String>> own = new HashMap<>();
    private final Map<Placed, Optional<String>> whole = new HashMap<>();

    Judgement(Version before, Version now, Outline outline, Kept kept, Optional<Placed> start) {
        this.before = before;
        this.now = now;
        this.then = Outline.of(before.spec());
        this.outline = outline;
        this.kept = kept;
        this.start = start;
        // In the order of declaration, so that long chains need no deep stack.
        outline.all().forEach(this::changed);
    }

    boolean isKept(String generalPath) {
        return outline.at(generalPath).filter(step -> changed(step).isEmpty()).isPresent();
    }

    /** Why no result of the step can be kept; nothing where all can. */
    Optional<String> changed(Placed step) {
        return inside(step).or(() -> around(step));
    }

    /** What makes all passes through the bodies around a step begin anew. */
    private Optional<String> around(Placed step) {
        if (step.parent().isEmpty()) {
            return Optional.empty();
        }
        Placed parent = step.parent().get();
        Optional<String> here = switch (parent.node()) {
            case Node.ForEach map ->
                own(parent).map(why -> "the map %s begins anew: %s".formatted(parent.quoted(), why));
            case Node.Repeat loop ->
                inside(parent).map(why -> "the loop %s begins anew: %s".formatted(parent.quoted(), why));
            default -> Optional.empty();
        };
        return here.or(() -> around(parent));
    }

    /** Why a step runs again, what is in its bodies and its pipeline included. */
    private Optional<String> inside(Placed step) {
        return remembered(whole, step, this::findInside);
    }

    private Optional<String> findInside(Placed step) {
        return own(step)
                .or(() -> first(outline.inside(step).stream()
                        .map(inner -> inside(inner)
                                .map(why -> "%s, which is a part of it, runs: %s".formatted(inner.quoted(), why)))))
                .or(() -> results(step));
    }

    private Optional<String> results(Placed step) {
        List<Reading> is = Reading.results(step.node());
        Surroundings around = step.node() instanceof Node.RunPipeline
                ? outline.inside(step).stream()
                        .findFirst()
                        .map(Placed::within)
                        .orElse(Surroundings.of(Optional.of(step)))
                : step.within();
        return then.at(step.path())
                .flatMap(was -> rewired(Reading.results(was.node()), is))
                .or(() -> recomputed(is, around));
    }

    /** Why a step runs again, its bodies aside. */
    private Optional<String> own(Placed step) {
        return remembered(own, step, this::findOwn);
    }

    private Optional<String> findOwn(Placed step) {
        if (start.isPresent() && start.get().equals(step)) {
            return Optional.of("you asked to run again from here");
        }
        if (start.isPresent() && step.isInside(start.get())) {
            return Optional.of(
                    "you asked to run again from %s".formatted(start.get().quoted()));
        }
        Optional<Placed> old = then.at(step.path());
        if (old.isEmpty()) {
            return Optional.of("it is new");
        }
        Node was = old.get().node();
        Node is = step.node();
        if (!old.get().region().equals(step.region())) {
            return Optional.of("it stands in another body now");
        }
        List<Reading> readings = Reading.of(is);
        return Definition.change(was, is)
                .or(() -> rewired(Reading.of(was), readings))
                .or(() -> recomputed(readings, step.within()))
                .or(() -> awaited(step))
                .or(() -> kept.misfit(step, was.output()));
    }

    private Optional<String> rewired(List<Reading> before, List<Reading> now) {
        Map<String, Reading> were = before.stream().collect(Collectors.toMap(Reading::key, Function.identity()));
        for (Reading is : now) {
            Reading was = were.remove(is.key());
            if (was == null) {
                return Optional.of(is.words() + " is new");
            }
            Optional<String> why = rewired(was, is);
            if (why.isPresent()) {
                return why;
            }
        }
        return were.values().stream().findFirst().map(gone -> gone.words() + " is gone");
    }

    private Optional<String> rewired(Reading was, Reading is) {
        if (was.from() instanceof Constant old && is.from() instanceof Constant constant && !old.equals(constant)) {
            return Optional.of("%s was %s and is %s now".formatted(is.words(), Words.of(old), Words.of(constant)));
        }
        if (!was.from().equals(is.from())) {
            return Optional.of(
                    "%s was %s and is %s now".formatted(is.words(), Words.of(was.from()), Words.of(is.from())));
        }
        boolean sameType = was.type().isEmpty()
                || is.type().isEmpty()
                || kept.shapes().same(was.type().get(), is.type().get());
        return sameType ? Optional.empty() : Optional.of(is.words() + " is of another type now");
    }

    private Optional<String> recomputed(List<Reading> readings, Surroundings around) {
        return first(readings.stream()
                .map(reading -> fresh(reading.from(), around).map(why -> reading.words() + " " + why)));
    }

    private Optional<String> awaited(Placed step) {
        return first(step.node().after().stream()
                .map(name -> step.within()
                        .step(name)
                        .filter(other -> inside(other).isPresent())
                        .map(other -> "%s, which it awaits, runs".formatted(other.quoted()))));
    }

    /** How a value differs from what it was, after the words for it; nothing where it is the same. */
    private Optional<String> fresh(Expression expression, Surroundings around) {
        if (expression instanceof Output output) {
            return around.step(output.step())
                    .filter(step -> inside(step).isPresent())
                    .map(step -> "is computed anew");
        }
        if (isInput(expression)) {
            return around.owner().isPresent() ? ofOwner(around.owner().get()) : ofRun(expression);
        }
        return first(References.parts(expression).stream().map(part -> fresh(part, around)));
    }

    private Optional<String> ofOwner(Placed owner) {
        return own(owner).map(why -> "is of a pipeline that runs anew: " + why);
    }

    private Optional<String> ofRun(Expression expression) {
        JsonNode was = part(before.input(), expression);
        JsonNode is = part(now.input(), expression);
        return was.equals(is) ? Optional.empty() : Optional.of("is another one now");
    }

    private static boolean isInput(Expression expression) {
        return expression instanceof PipelineInput || (expression instanceof Get get && isInput(get.of()));
    }

    private static JsonNode part(JsonNode input, Expression expression) {
        if (!(expression instanceof Get get)) {
            return input;
        }
        JsonNode part = part(input, get.of()).get(get.component());
        return part == null ? MissingNode.getInstance() : part;
    }

    private static Optional<String> first(Stream<Optional<String>> reasons) {
        return reasons.flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> remembered(
            Map<Placed, Optional<String>> known, Placed step, Function<Placed, Optional<String>> find) {
        Optional<String> before = known.get(step);
        if (before != null) {
            return before;
        }
        // A spec that was not checked may go round in a circle.
        known.put(step, Optional.empty());
        Optional<String> found = find.apply(step);
        known.put(step, found);
        return found;
    }
}
