package dev.penstock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock diff}: what changed between two pipelines. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Say what differs between two pipelines.",
        footer = {
            "",
            "Examples:",
            "  penstock diff released.json app.jar#iris",
            "  penstock diff old.jar new.jar --exit-code --json"
        })
final class DiffCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A jar, a spec or the name of a pipeline.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The one to compare it with.")
    private String after = "";

    @Option(names = "--exit-code", description = "End with 1 when they differ.")
    private boolean exitCode;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    DiffCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Comparison(root.shell(), exitCode, json).compare(before, after);
    }
}
