package dev.penstock.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a spec is meant to run on, as far as a check needs to know. */
public record Platform(String name, boolean cluster, List<PoolShape> pools, Map<String, String> images) {

    public Platform {
        pools = List.copyOf(pools);
        images = Map.copyOf(images);
    }

    /** A laptop: container steps run as processes. */
    public static Platform laptop() {
        return new Platform("local", false, List.of(), Map.of());
    }

    /** The biggest node of a pool: what one container can get at most. */
    public record PoolShape(
            String name, Optional<Double> cpu, Optional<String> memory, int gpus, Optional<String> gpuKind) {}
}
