package dev.penstock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock pipelines}: what is found and where. */
@Command(
        name = "pipelines",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "List the pipelines that are built in or found in jars and folders.",
        footer = {
            "",
            "Without PLACE it lists those built in and those of PENSTOCK_PIPELINES.",
            "",
            "Examples:",
            "  penstock pipelines app.jar",
            "  PENSTOCK_PIPELINES=build/libs:shared.jar penstock pipelines --json"
        })
final class PipelinesCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(arity = "0..*", paramLabel = "PLACE", description = "A jar, or a folder of jars or classes.")
    private List<String> places = new ArrayList<>();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    PipelinesCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Inventory(root.shell(), json).list(places);
    }
}
