package dev.penstock.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code penstock artifact}: the files that runs have made. */
@Command(
        name = "artifact",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "List and fetch the files of runs, and remove what nothing refers to any more.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  penstock artifact ls iris-monday",
            "  penstock artifact get iris-monday train -o model",
            "  penstock artifact gc"
        })
final class ArtifactCommand implements Runnable {

    private final Root root;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private ArtifactCommand(Root root) {
        this.root = root;
    }

    static CommandLine with(Root root) {
        return new CommandLine(new ArtifactCommand(root))
                .addSubcommand(new ArtifactLsCommand(root))
                .addSubcommand(new ArtifactGetCommand(root))
                .addSubcommand(new ArtifactGcCommand(root));
    }

    @Override
    public void run() {
        command.commandLine().usage(root.shell().out());
    }
}
