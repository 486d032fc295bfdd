package dev.penstock.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where runs are. */
final class ServerOptions {

    @Option(
            names = "--target",
            paramLabel = "SERVER",
            description = "The Temporal server: auto, embedded, dev or host:port; over what penstock.yaml says.")
    private @Nullable String target;

    @Option(names = "--namespace", paramLabel = "NAME", description = "The namespace on that server.")
    private @Nullable String namespace;

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile of penstock.yaml.")
    private @Nullable String profile;

    @Option(names = "--config", paramLabel = "FILE", description = "The file of profiles, instead of penstock.yaml.")
    private @Nullable String config;

    ServerChoice choice() {
        return new ServerChoice(
                Optional.ofNullable(profile),
                Optional.ofNullable(config),
                Optional.ofNullable(target),
                Optional.ofNullable(namespace));
    }
}
