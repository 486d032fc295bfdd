package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock run}: starts a run and follows it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Run a pipeline and follow it to its end.",
        footer = {
            "",
            "Ctrl-C asks whether to cancel the run or to leave it at work.",
            "",
            "Examples:",
            "  penstock run hello --input Ada",
            "  penstock run app.jar#iris --params run.yaml --name iris-monday --detach",
            "  penstock run app.jar --target temporal.example.com:7233 --json",
            "",
            "Exit codes: 0 succeeded, 10 failed, 11 rejected, 12 cancelled, 130 left at work by Ctrl-C."
        })
final class RunCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(arity = "0..1", paramLabel = "TARGET", description = "A jar, a spec or the name of a pipeline.")
    private @Nullable String target;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the run; one that is at work already is followed instead of started.")
    private @Nullable String name;

    @Option(names = "--detach", description = "Start the run and leave it at work.")
    private boolean detach;

    @Option(names = "--worker", description = "Work for the run in this process, even if other workers are there.")
    private boolean worker;

    @Option(names = "--json", description = "Write a line of JSON for each event, the end last.")
    private boolean json;

    RunCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Running(
                        root.shell(), input.given(), server.choice(), Optional.ofNullable(name), detach, worker, json)
                .run(Optional.ofNullable(target));
    }
}
