package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock approve}: answers an approval. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Approve of what a run waits with.",
        footer = {
            "",
            "Examples:",
            "  penstock approve iris-monday",
            "  penstock approve iris-monday approval-model-owners --comment \"seen the report\""
        })
final class ApproveCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the run.")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "The step, where several wait.")
    private @Nullable String step;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--as", paramLabel = "WHO", description = "Who answers; by default PENSTOCK_USER or you.")
    private @Nullable String who;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why, as the evidence keeps it.")
    private @Nullable String comment;

    ApproveCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Answering(root.shell(), server.choice(), Optional.ofNullable(who), Optional.ofNullable(comment))
                .answer(name, Optional.ofNullable(step), true);
    }
}
