package dev.penstock.cli.plan;

import dev.penstock.container.Container;
import dev.penstock.container.Resources;
import dev.penstock.option.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a container runs and asks for. */
final class ContainerWords {

    private ContainerWords() {}

    static List<String> of(Container container, Optional<Setting.On> pools) {
        List<String> words = new ArrayList<>();
        if (!container.command().isEmpty()) {
            words.add(String.join(" ", container.command()));
        }
        resources(container.resources(), words);
        container
                .distributed()
                .ifPresent(gang -> words.add("%s nodes with %s each".formatted(gang.nodes(), gpus(gang.gpusEach()))));
        // The option, where there is one, is said with the other options.
        if (pools.isEmpty() && !container.pools().isEmpty()) {
            words.add(SettingWords.pools(container.pools()));
        }
        container.serviceAccount().ifPresent(account -> words.add("as service account " + account));
        return words;
    }

    private static void resources(Resources resources, List<String> words) {
        resources.cpu().ifPresent(cores -> words.add(SettingWords.number(cores) + " cpu"));
        resources.memory().ifPresent(amount -> words.add(amount + " memory"));
        resources.disk().ifPresent(amount -> words.add(amount + " disk"));
        resources.sharedMemory().ifPresent(amount -> words.add(amount + " shared memory"));
        resources
                .gpus()
                .ifPresent(count -> words.add(gpus(count)
                        + resources.gpuKind().map(kind -> " of kind " + kind).orElse("")));
    }

    private static String gpus(int count) {
        return count == 1 ? "1 GPU" : count + " GPUs";
    }
}
