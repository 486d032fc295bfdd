package dev.penstock.diff;

import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Input;
import dev.penstock.spec.References;
import dev.penstock.spec.Words;
import dev.penstock.type.DataType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** Says how the inputs of a step changed: where they come from, what they are and of what type. */
final class InputDiff {

    private final Place place;
    private final Renaming renaming;

    InputDiff(Place place, Renaming renaming) {
        this.place = place;
        this.renaming = renaming;
    }

    void named(SortedMap<String, Input> before, SortedMap<String, Input> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Input was = before.get(name);
            Input is = after.get(name);
            String what = "input \"%s\"".formatted(name);
            if (was == null && is != null) {
                place.say(Kind.DATA, "%s added: %s".formatted(what, Words.of(is.from())));
            } else if (was != null && is == null) {
                place.say(Kind.DATA, "%s removed: %s".formatted(what, Words.of(was.from())));
            } else if (was != null && is != null) {
                one(what, was, is);
            }
        }
    }

    void inOrder(List<Input> before, List<Input> after) {
        if (before.size() != after.size()) {
            place.say(Kind.DATA, "takes " + Shown.insteadOf(words(before), words(after)));
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            one("input " + (i + 1), before.get(i), after.get(i));
        }
    }

    void one(String what, Input before, Input after) {
        DataType type = renaming.of(before.type());
        if (!type.equals(after.type())) {
            place.say(Kind.DATA, "%s takes %s".formatted(what, types(type, after.type())));
        }
        source(what, before.from(), after.from());
    }

    void source(String what, Expression before, Expression after) {
        Expression was = renaming.of(before);
        if (was.equals(after)) {
            return;
        }
        if (was instanceof Constant old && after instanceof Constant now) {
            constant(what, old, now);
            return;
        }
        String moved = References.steps(was).equals(References.steps(after)) ? "" : ": edge moved";
        place.say(Kind.DATA, "%s reads %s%s".formatted(what, sources(was, after), moved));
    }

    /** Two types, the packages only where they tell the difference. */
    static String types(DataType before, DataType after) {
        return before.shortText().equals(after.shortText())
                ? Shown.insteadOf(before.text(), after.text())
                : Shown.insteadOf(before.shortText(), after.shortText());
    }

    private void constant(String what, Constant before, Constant after) {
        new JsonDiff(place, Kind.DATA).compare(what, before.value(), after.value());
        if (!before.type().equals(after.type())) {
            place.say(
                    Kind.DATA,
                    "%s, the constant %s, is %s".formatted(what, Words.of(after), types(before.type(), after.type())));
        }
    }

    private static String sources(Expression before, Expression after) {
        String was = Words.of(before);
        String is = Words.of(after);
        return was.equals(is) ? Shown.insteadOf(before.toString(), after.toString()) : Shown.insteadOf(was, is);
    }

    private static String words(List<Input> inputs) {
        return Shown.list(inputs.stream().map(input -> Words.of(input.from())).toList());
    }
}
