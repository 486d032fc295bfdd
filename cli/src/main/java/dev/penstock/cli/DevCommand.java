package dev.penstock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code penstock dev}: a server, its UI and a worker on this machine. */
@Command(
        name = "dev",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Start a Temporal server for development, with its UI and a worker.",
        footer = {
            "",
            "It keeps its runs in a database file; they go on when it is started again.",
            "",
            "Examples:",
            "  penstock dev",
            "  penstock dev app.jar"
        })
final class DevCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description = "Jars, folders or names of pipelines; by default all that are known.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private ServerOptions server = new ServerOptions();

    DevCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerChoice dev = server.choice().on("dev");
        return new Working(root.shell(), dev, Optional.empty()).work(targets);
    }
}
