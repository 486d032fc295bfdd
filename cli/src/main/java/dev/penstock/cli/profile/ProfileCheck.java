package dev.penstock.cli.profile;

import dev.penstock.cli.document.Document;
import dev.penstock.cli.profile.Configuration.Limit;
import dev.penstock.cli.profile.Configuration.Pool;
import dev.penstock.cli.profile.Configuration.Profile;
import dev.penstock.container.Quantity;
import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds values in a profile that have the right type and yet cannot be meant. */
record ProfileCheck(Document document, Problems problems) {

    static final String KUBERNETES = "kubernetes";

    private static final List<String> RUNNERS = List.of(KUBERNETES, "process");

    void check(String name, Profile profile) {
        String path = "$.profiles." + name;
        profile.runner()
                .filter(runner -> !RUNNERS.contains(runner))
                .ifPresent(runner -> problems.add(
                        Code.UNKNOWN_NAME,
                        document.whereValue(path + ".runner"),
                        "There is no runner \"%s\".".formatted(runner),
                        Nearest.suggest(runner, RUNNERS)));
        profile.limit().ifPresent(limit -> limit(limit, path + ".limit"));
        List<Pool> pools = profile.pools().orElse(List.of());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < pools.size(); i++) {
            String at = "%s.pools[%s]".formatted(path, i);
            if (!names.add(pools.get(i).name())) {
                refuse(
                        at + ".name",
                        "Two pools are called \"%s\".".formatted(pools.get(i).name()),
                        "Rename one.");
            }
            pool(pools.get(i), at);
        }
    }

    private void limit(Limit limit, String at) {
        memory(limit.memory(), at);
        limit.cpu()
                .filter(cores -> !(cores > 0))
                .ifPresent(cores -> refuse(
                        at + ".cpu",
                        "Containers cannot run on %s processors.".formatted(cores),
                        "Give a number above zero, such as 4 or 1.5."));
    }

    private void memory(Optional<String> amount, String at) {
        amount.filter(text -> Quantity.bytes(text).isEmpty())
                .ifPresent(text -> refuse(
                        at + ".memory",
                        "\"%s\" is not an amount of memory.".formatted(text),
                        "Write it as Kubernetes does, such as 64Gi."));
    }

    private void pool(Pool pool, String at) {
        memory(pool.memory(), at);
        pool.cpu()
                .filter(cores -> !(cores > 0))
                .ifPresent(cores -> refuse(
                        at + ".cpu",
                        "A node has more than %s processors.".formatted(cores),
                        "Give the biggest node's number."));
        pool.gpus()
                .filter(count -> count < 0)
                .ifPresent(count -> refuse(
                        at + ".gpus",
                        "A node cannot have %s GPUs.".formatted(count),
                        "Give the biggest node's number."));
        if (pool.gpuKind().isPresent() && pool.gpus().orElse(0) == 0) {
            refuse(
                    at + ".gpuKind",
                    "The pool \"%s\" has a kind of GPU but no number of them.".formatted(pool.name()),
                    "Add gpus: 1, or as many as its biggest node has.");
        }
    }

    private void refuse(String path, String message, String remedy) {
        problems.add(Code.REFUSED_VALUE, document.whereValue(path), message, remedy);
    }
}
