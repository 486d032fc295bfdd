package dev.penstock.cli.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code penstock.yaml} holds; the components are its keys. */
record Configuration(Optional<Map<String, Optional<Profile>>> profiles) {

    /** One place to run on. */
    record Profile(Optional<String> runner, Optional<List<Pool>> pools, Optional<Map<String, String>> images) {

        static Profile empty() {
            return new Profile(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** A pool and the biggest node of it. */
    record Pool(
            String name,
            Optional<Double> cpu,
            Optional<String> memory,
            Optional<Integer> gpus,
            Optional<String> gpuKind) {}
}
