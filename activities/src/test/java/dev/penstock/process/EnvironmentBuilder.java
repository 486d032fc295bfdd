package dev.penstock.process;

import dev.penstock.contract.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that runs a step which needs an environment, says what it is told, and leaves a file when it waits. */
final class EnvironmentBuilder {

    private EnvironmentBuilder() {}

    public static void main(String... arguments) throws Exception {
        Path temporary = Path.of(arguments[0]);
        Bench bench = new EnvironmentsContract.Installer(arguments[1], arguments[2]).in(temporary);
        String name = "process-" + ProcessHandle.current().pid();
        Asked asked = Asked.of(String.class).at(name);
        ProcessRunner runner = new ProcessRunner(bench.settings(), bench.store(), (run, path, attempt, progress) -> {
            System.out.println(progress.words());
            if (progress.words().startsWith("Another process is building")) {
                leave(temporary.resolve("waiting-" + name));
            }
        });
        System.out.println("yields " + runner.run(asked.task(), asked).textValue());
    }

    private static void leave(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
