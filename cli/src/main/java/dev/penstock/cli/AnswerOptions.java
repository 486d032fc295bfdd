package dev.penstock.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an answer to an approval is about, and whose it is. */
final class AnswerOptions {

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the run.")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "The step, where several wait.")
    private @Nullable String step;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--as", paramLabel = "WHO", description = "Who answers; by default PENSTOCK_USER or you.")
    private @Nullable String who;

    int answer(Root root, @Nullable String comment, boolean yes) {
        return new Answering(root.shell(), server.choice(), Optional.ofNullable(who), Optional.ofNullable(comment))
                .answer(name, Optional.ofNullable(step), yes);
    }
}
