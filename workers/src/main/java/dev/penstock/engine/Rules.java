package dev.penstock.engine;

import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.step.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a step's options say about trying again. */
public record Rules(
        Setting.Retry retry,
        Optional<Setting.Spot> spot,
        List<String> pools,
        Optional<Setting.OutOfMemory> outOfMemory,
        Optional<String> memory) {

    private static final Setting.Retry ONCE = new Setting.Retry(1, Duration.ofSeconds(10), 2, Duration.ofMinutes(10));

    public static Rules of(Node node) {
        Optional<Node.RunContainer> run =
                node instanceof Node.RunContainer container ? Optional.of(container) : Optional.empty();
        return new Rules(
                node.setting(Setting.Retry.class).orElse(ONCE),
                node.setting(Setting.Spot.class),
                node.setting(Setting.On.class)
                        .map(Setting.On::pools)
                        .orElse(run.map(container -> container.container().pools())
                                .orElse(List.of())),
                node.setting(Setting.OutOfMemory.class),
                run.flatMap(container -> container.container().resources().memory()));
    }

    /** Where the first attempt runs. */
    public Placement placement() {
        return new Placement(pools.stream().findFirst(), spot.isPresent(), Optional.empty());
    }
}
