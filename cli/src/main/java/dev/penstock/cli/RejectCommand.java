package dev.penstock.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code penstock reject}: refuses an approval. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Refuse what a run waits with; the run ends as rejected.",
        footer = {"", "Examples:", "  penstock reject iris-monday --comment \"worse on the smallest slice\""})
final class RejectCommand implements Callable<Integer> {

    private final Root root;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "Why, as the run's end says it.")
    private @Nullable String comment;

    RejectCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return answer.answer(root, comment, false);
    }
}
