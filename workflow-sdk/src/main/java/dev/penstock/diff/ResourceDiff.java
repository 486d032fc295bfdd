package dev.penstock.diff;

import dev.penstock.container.StatusTest;
import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.ResourceTemplate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says how a Kubernetes resource changed. */
final class ResourceDiff {

    private final Place place;

    ResourceDiff(Place place) {
        this.place = place;
    }

    /** All but the values that are put into its holes. */
    void compare(ResourceTemplate before, ResourceTemplate after) {
        place.compare(Kind.WORK, "api version", before.apiVersion(), after.apiVersion(), text -> text);
        place.compare(Kind.WORK, "kind", before.kind(), after.kind(), text -> text);
        new JsonDiff(place, Kind.WORK).compare("manifest", before.manifest(), after.manifest());
        place.compareOptional(Kind.WORK, "success test", before.success(), after.success(), ResourceDiff::test);
        place.compareOptional(Kind.WORK, "failure test", before.failure(), after.failure(), ResourceDiff::test);
        place.compareOptional(Kind.WORK, "progress field", before.progress(), after.progress(), text -> text);
        place.compareOptional(Kind.WORK, "pod selector", before.podSelector(), after.podSelector(), text -> text);
        if (before.keptAfterwards() != after.keptAfterwards()) {
            place.say(Kind.OPTION, after.keptAfterwards() ? "now kept afterwards" : "no longer kept afterwards");
        }
        outputs(before, after);
    }

    private void outputs(ResourceTemplate before, ResourceTemplate after) {
        Set<String> names = new TreeSet<>(before.outputs().keySet());
        names.addAll(after.outputs().keySet());
        for (String name : names) {
            place.compareOptional(
                    Kind.DATA,
                    "output " + name + " from",
                    Optional.ofNullable(before.outputs().get(name)),
                    Optional.ofNullable(after.outputs().get(name)),
                    field -> field);
        }
    }

    private static String test(StatusTest test) {
        return switch (test) {
            case StatusTest.Condition condition ->
                "condition %s = \"%s\"".formatted(condition.type(), condition.status());
            case StatusTest.Field field -> "field %s = \"%s\"".formatted(field.path(), field.value());
        };
    }
}
