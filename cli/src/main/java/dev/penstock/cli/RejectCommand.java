package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock reject}: refuses an approval. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Refuse what a run waits with; the run ends as rejected.",
        footer = {"", "Examples:", "  penstock reject iris-monday --comment \"worse on the smallest slice\""})
final class RejectCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the run.")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "The step, where several wait.")
    private @Nullable String step;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--as", paramLabel = "WHO", description = "Who answers; by default PENSTOCK_USER or you.")
    private @Nullable String who;

    @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "Why, as the run's end says it.")
    private @Nullable String comment;

    RejectCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Answering(root.shell(), server.choice(), Optional.ofNullable(who), Optional.ofNullable(comment))
                .answer(name, Optional.ofNullable(step), false);
    }
}
