package dev.penstock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock explain}: why a step was or was not taken from the cache. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Say why a step of a run came from the cache or did not.",
        footer = {"", "Examples:", "  penstock explain iris-monday train", "  penstock explain iris-monday train --json"})
final class ExplainCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "RUN", description = "The name of the run.")
    private String run = "";

    @Parameters(
            index = "1",
            paramLabel = "STEP",
            description = "The step as \"penstock show\" has it, such as map-depths[2]/train.")
    private String step = "";

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    ExplainCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Explaining(root.shell(), json).explain(run, step);
    }
}
