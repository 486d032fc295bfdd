package dev.penstock.diff;

import dev.penstock.container.Container;
import dev.penstock.container.Distribution;
import dev.penstock.container.Resources;
import dev.penstock.container.Variable;
import dev.penstock.diff.Change.Kind;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Says how a container changed: what runs, and what it asks for. */
final class ContainerDiff {

    private final Place place;

    ContainerDiff(Place place) {
        this.place = place;
    }

    void compare(Container before, Container after) {
        place.compare(Kind.WORK, "image", before.image(), after.image(), image -> image);
        place.compare(Kind.WORK, "command", before.command(), after.command(), ContainerDiff::command);
        environment(before.environment(), after.environment());
        resources(before.resources(), after.resources());
        place.compare(Kind.OPTION, "pools", before.pools(), after.pools(), Shown::list);
        place.compareOptional(Kind.OPTION, "gang of", before.distributed(), after.distributed(), ContainerDiff::gang);
        place.compareOptional(
                Kind.OPTION, "service account", before.serviceAccount(), after.serviceAccount(), Shown::quoted);
    }

    private void environment(SortedMap<String, Variable> before, SortedMap<String, Variable> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            place.compareOptional(
                    Kind.WORK,
                    "environment " + name + " =",
                    Optional.ofNullable(before.get(name)),
                    Optional.ofNullable(after.get(name)),
                    ContainerDiff::variable);
        }
    }

    private void resources(Resources before, Resources after) {
        place.compareOptional(Kind.OPTION, "cpu", before.cpu(), after.cpu(), SettingWords::number);
        place.compareOptional(Kind.OPTION, "memory", before.memory(), after.memory(), text -> text);
        place.compareOptional(Kind.OPTION, "disk", before.disk(), after.disk(), text -> text);
        place.compareOptional(Kind.OPTION, "shared memory", before.sharedMemory(), after.sharedMemory(), text -> text);
        place.compareOptional(Kind.OPTION, "gpu", before.gpus(), after.gpus(), String::valueOf);
        place.compareOptional(Kind.OPTION, "gpu kind", before.gpuKind(), after.gpuKind(), text -> text);
    }

    private static String command(List<String> words) {
        return words.isEmpty() ? "of the image" : String.join(" ", words);
    }

    private static String gang(Distribution gang) {
        return "%s nodes with %s gpus each".formatted(gang.nodes(), gang.gpusEach());
    }

    private static String variable(Variable variable) {
        return switch (variable) {
            case Variable.Literal literal -> '"' + literal.value() + '"';
            case Variable.FromSecret from ->
                "secret %s/%s".formatted(from.secret().name(), from.secret().key());
        };
    }
}
