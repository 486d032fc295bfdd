package dev.penstock.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why, as the evidence keeps it.")
    private @Nullable String comment;

    ApproveCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return answer.answer(root, comment, true);
    }
}
