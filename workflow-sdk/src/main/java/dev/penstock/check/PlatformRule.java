package dev.penstock.check;

import dev.penstock.check.Platform.PoolShape;
import dev.penstock.container.Container;
import dev.penstock.container.Quantity;
import dev.penstock.container.Resources;
import dev.penstock.option.Setting;
import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A container's image cannot change under its name, and some pool can hold what it asks for. */
final class PlatformRule {

    private final Platform platform;
    private final Problems problems;

    PlatformRule(Platform platform, Problems problems) {
        this.platform = platform;
        this.problems = problems;
    }

    void check(Node node) {
        if (platform.cluster() && node instanceof Node.RunContainer run) {
            image(run);
            pools(run);
        }
    }

    private void image(Node.RunContainer run) {
        String image = platform.images()
                .getOrDefault(run.container().image(), run.container().image());
        if (!pinned(image)) {
            problems.add(
                    Code.UNPINNED_IMAGE,
                    run.at().toString(),
                    "The image \"%s\" of \"%s\" may change under the same name.".formatted(image, run.name()),
                    "In the profile %s, map %s to a reference with a version or digest."
                            .formatted(platform.name(), run.container().image()));
        }
    }

    private static boolean pinned(String image) {
        if (image.contains("@")) {
            return image.matches("[^@]+@sha256:[0-9a-f]+");
        }
        String last = image.substring(image.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        return colon > 0 && colon < last.length() - 1 && !last.endsWith(":latest");
    }

    private void pools(Node.RunContainer run) {
        List<String> named = run.setting(Setting.On.class)
                .map(Setting.On::pools)
                .orElse(run.container().pools());
        List<String> configured = platform.pools().stream().map(PoolShape::name).toList();
        for (String name : named) {
            if (!configured.contains(name)) {
                problems.add(
                        Code.UNKNOWN_POOL,
                        run.at().toString(),
                        "The pool \"%s\" of \"%s\" is not configured.".formatted(name, run.name()),
                        Nearest.suggest(name, configured));
            }
        }
        List<PoolShape> choices = platform.pools().stream()
                .filter(pool -> named.isEmpty() || named.contains(pool.name()))
                .toList();
        if (!choices.isEmpty()
                && choices.stream()
                        .noneMatch(pool -> lacks(run.container(), pool).isEmpty())) {
            List<String> reasons = choices.stream()
                    .map(pool ->
                            "%s has only %s".formatted(pool.name(), String.join(" and ", lacks(run.container(), pool))))
                    .toList();
            problems.add(
                    Code.NO_FITTING_POOL,
                    run.at().toString(),
                    "No pool can hold \"%s\": %s.".formatted(run.name(), String.join("; ", reasons)),
                    "Ask for less, or name a pool with bigger nodes.");
        }
    }

    /** What the biggest node of a pool has, where the container asks for more. */
    private static List<String> lacks(Container container, PoolShape pool) {
        Resources asked = container.resources();
        List<String> lacks = new ArrayList<>();
        if (more(asked.cpu(), pool.cpu())) {
            lacks.add("%s cpu".formatted(pool.cpu().orElse(0.0)));
        }
        if (more(bytes(asked.memory()), bytes(pool.memory()))) {
            lacks.add(pool.memory().orElse("no") + " memory");
        }
        int gpus = Math.max(
                asked.gpus().orElse(0),
                container.distributed().map(gang -> gang.gpusEach()).orElse(0));
        boolean otherKind = asked.gpuKind().isPresent() && !asked.gpuKind().equals(pool.gpuKind());
        if (gpus > pool.gpus() || (gpus > 0 && otherKind)) {
            lacks.add("%s gpu%s"
                    .formatted(
                            pool.gpus(),
                            pool.gpuKind().map(kind -> " of kind " + kind).orElse("")));
        }
        return lacks;
    }

    private static Optional<Double> bytes(Optional<String> quantity) {
        return quantity.flatMap(Quantity::bytes).map(Long::doubleValue);
    }

    private static boolean more(Optional<Double> asked, Optional<Double> there) {
        return asked.isPresent() && there.isPresent() && asked.get() > there.get();
    }
}
