package dev.penstock.diff;

import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Words;
import dev.penstock.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says how a step changed, its name and what stands in its bodies aside. */
final class StepDiff {

    private final Place place;
    private final Renaming renaming;
    private final InputDiff inputs;

    StepDiff(Place place, Renaming renaming) {
        this.place = place;
        this.renaming = renaming;
        this.inputs = new InputDiff(place, renaming);
    }

    /** Whether the two say the same. */
    static boolean same(Node before, Node after, Renaming renaming) {
        List<Change> found = new ArrayList<>();
        new StepDiff(new Place(found, "", Optional.empty(), Optional.empty()), renaming).compare(before, after);
        return found.isEmpty();
    }

    void compare(Node before, Node after) {
        if (before.getClass() == after.getClass()) {
            work(before, after);
        } else {
            replaced(before, after);
        }
        output(renaming.of(before.output()), after.output());
        order(before, after);
        new SettingsDiff(place).compare(before.settings(), after.settings());
    }

    private void work(Node before, Node after) {
        switch (after) {
            case Node.RunContainer is -> {
                Node.RunContainer was = (Node.RunContainer) before;
                inputs.named(was.inputs(), is.inputs());
                new ContainerDiff(place).compare(was.container(), is.container());
            }
            case Node.Apply is -> {
                Node.Apply was = (Node.Apply) before;
                inputs.inOrder(was.inputs(), is.inputs());
                method(was.method(), is.method());
            }
            case Node.Call is -> {
                Node.Call was = (Node.Call) before;
                inputs.inOrder(was.inputs(), is.inputs());
                method(was.method(), is.method());
            }
            case Node.RunWorkflow is -> {
                Node.RunWorkflow was = (Node.RunWorkflow) before;
                inputs.named(was.inputs(), is.inputs());
                place.compare(Kind.WORK, "workflow", was.workflow(), is.workflow(), text -> text);
            }
            case Node.RunResource is -> {
                Node.RunResource was = (Node.RunResource) before;
                inputs.named(was.resource().holes(), is.resource().holes());
                new ResourceDiff(place).compare(was.resource(), is.resource());
            }
            case Node.RunPipeline is -> {
                Node.RunPipeline was = (Node.RunPipeline) before;
                inputs.one("input", was.input(), is.input());
                new PipelineDiff(place, place.path() + Placed.SEPARATOR, renaming.typesOnly())
                        .compare(was.pipeline(), is.pipeline());
            }
            case Node.ForEach is -> inputs.one("list", ((Node.ForEach) before).items(), is.items());
            case Node.When is -> condition("condition", ((Node.When) before).condition(), is.condition());
            case Node.Provided is -> {
                Node.Provided was = (Node.Provided) before;
                inputs.source("value", was.value(), is.value());
                condition("condition", was.condition(), is.condition());
                place.compare(Kind.WORK, "reason", was.reason(), is.reason(), text -> '"' + text + '"');
            }
            case Node.Repeat is -> {
                Node.Repeat was = (Node.Repeat) before;
                inputs.source("first state", was.initial(), is.initial());
                condition("until", was.until(), is.until());
                place.compare(Kind.WORK, "rounds at most", was.atMost(), is.atMost(), String::valueOf);
            }
            case Node.Approval is -> {
                Node.Approval was = (Node.Approval) before;
                inputs.source("value", was.value(), is.value());
                place.compare(Kind.WORK, "approvers", was.approvers(), is.approvers(), text -> text);
            }
            case Node.Pause is -> {
                Node.Pause was = (Node.Pause) before;
                inputs.source("value", was.value(), is.value());
                place.compare(Kind.WORK, "duration", was.duration(), is.duration(), Words::of);
            }
        }
    }

    private void replaced(Node before, Node after) {
        place.say(Kind.REPLACED, "is now a %s; it was a %s".formatted(StepWords.of(after), StepWords.of(before)));
        String was = StepWords.reads(before);
        String is = StepWords.reads(after);
        if (!was.equals(is)) {
            place.say(Kind.DATA, "reads " + Shown.insteadOf(orNothing(was), orNothing(is)));
        }
    }

    private static String orNothing(String words) {
        return words.isEmpty() ? "nothing" : words;
    }

    private void method(Method before, Method after) {
        place.compare(
                Kind.WORK,
                "method",
                before,
                after,
                before.shortText().equals(after.shortText())
                        ? method -> method.owner() + "::" + method.name()
                        : Method::shortText);
    }

    private void condition(String what, Predicate before, Predicate after) {
        place.compare(Kind.WORK, what, renaming.of(before), after, Words::of);
    }

    private void output(DataType before, DataType after) {
        if (!before.equals(after)) {
            place.say(Kind.DATA, "yields " + InputDiff.types(before, after));
        }
    }

    private void order(Node before, Node after) {
        Set<String> was = new TreeSet<>();
        before.after().forEach(step -> was.add(renaming.step(step)));
        Set<String> is = new TreeSet<>(after.after());
        is.stream()
                .filter(step -> !was.contains(step))
                .forEach(step -> place.say(Kind.ORDER, "now waits for \"%s\"".formatted(step)));
        was.stream()
                .filter(step -> !is.contains(step))
                .forEach(step -> place.say(Kind.ORDER, "no longer waits for \"%s\"".formatted(step)));
    }
}
