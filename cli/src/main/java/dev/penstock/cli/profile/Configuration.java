package dev.penstock.cli.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code penstock.yaml} holds; the components are its keys. */
record Configuration(Optional<Temporal> temporal, Optional<Map<String, Optional<Profile>>> profiles) {

    /**
     * One place to run on.
     *
     * @param mlflow where runs are tracked: the address of a server, {@code local} or {@code off}
     * @param limit what containers that run on this machine at once may ask for together
     */
    record Profile(
            Optional<String> runner,
            Optional<List<Pool>> pools,
            Optional<Map<String, String>> images,
            Optional<Temporal> temporal,
            Optional<String> mlflow,
            Optional<Limit> limit) {

        static Profile empty() {
            return new Profile(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Processors and memory, which is written as Kubernetes does. */
    record Limit(Optional<Double> cpu, Optional<String> memory) {}

    /** A pool and the biggest node of it. */
    record Pool(
            String name,
            Optional<Double> cpu,
            Optional<String> memory,
            Optional<Integer> gpus,
            Optional<String> gpuKind) {}

    /**
     * The Temporal server.
     *
     * @param apiKey the name of the environment variable that holds the key
     */
    record Temporal(
            Optional<String> target,
            Optional<String> namespace,
            Optional<String> taskQueue,
            Optional<String> ui,
            Optional<Tls> tls,
            Optional<String> apiKey) {}

    /** PEM files, relative to the file of the configuration, and the server's name in its certificate. */
    record Tls(
            Optional<Boolean> enabled,
            Optional<String> authorities,
            Optional<String> certificate,
            Optional<String> key,
            Optional<String> serverName) {}
}
