package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock plan}: what a run would do. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Show what a run would do, and check everything it is given.",
        footer = {
            "",
            "Examples:",
            "  penstock plan app.jar",
            "  penstock plan app.jar#iris --param depths=2,4,8 --param optimizer.rate=0.1",
            "  penstock plan iris.json --params run.yaml --profile cluster",
            "  penstock plan app.jar#hello --input World --json",
            "  penstock plan app.jar --write-spec iris.json"
        })
final class PlanCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(arity = "0..1", paramLabel = "TARGET", description = "A jar, a spec or the name of a pipeline.")
    private @Nullable String target;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--profile", paramLabel = "NAME", description = "Check against this profile of penstock.yaml.")
    private @Nullable String profile;

    @Option(names = "--config", paramLabel = "FILE", description = "The file of profiles, instead of penstock.yaml.")
    private @Nullable String config;

    @Option(names = "--write-spec", paramLabel = "FILE", description = "Write the pipeline's spec, if all is well.")
    private @Nullable String spec;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    PlanCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Planning(
                        root.shell(), input.given(), Optional.ofNullable(profile), Optional.ofNullable(config), json)
                .plan(Optional.ofNullable(target), Optional.ofNullable(spec));
    }
}
