package dev.penstock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code penstock doctor}: checks what pipelines run on. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Check what pipelines run on, and say how to mend it.",
        footer = {
            "",
            "Examples:",
            "  penstock doctor",
            "  penstock doctor --target temporal.example.com:7233 --namespace ml"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Root root;

    @Mixin
    private ServerOptions server = new ServerOptions();

    DoctorCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new CheckUp(root.shell(), server.choice()).examine();
    }
}
