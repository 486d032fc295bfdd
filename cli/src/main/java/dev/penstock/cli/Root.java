package dev.penstock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it shows the help. */
@Command(
        name = "penstock",
        header = "Runs, plans, draws and compares ML pipelines.",
        description = {
            "",
            "TARGET is a jar (app.jar, or app.jar#name to choose), a spec (name.json),",
            "or the name of a pipeline that is built in or found in the jars and folders",
            "of the variable PENSTOCK_PIPELINES.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  penstock run hello --input Ada",
            "  penstock run app.jar#iris --params run.yaml --name iris-monday --detach",
            "  penstock watch iris-monday",
            "  penstock pipelines app.jar",
            "  penstock plan app.jar --param source=s3://bucket/iris.csv --param depths=2,4,8",
            "  penstock plan app.jar#iris --params run.yaml --profile cluster --write-spec iris.json",
            "  penstock draw iris.json -o iris.svg",
            "  penstock diff iris.json app.jar#iris --exit-code",
            "",
            "Exit codes: 0 done, 1 different (diff --exit-code), 2 wrong input, 70 a fault of Penstock;",
            "of runs: 10 failed, 11 rejected, 12 cancelled, 13 out of sight, 130 left by Ctrl-C."
        })
final class Root implements Runnable {

    private final Shell shell;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--no-color",
            description = "Write without colours; so does the variable NO_COLOR.",
            scope = ScopeType.INHERIT)
    private boolean noColor;

    Root(Shell shell) {
        this.shell = shell;
    }

    Shell shell() {
        return noColor ? shell.plain() : shell;
    }

    @Override
    public void run() {
        command.commandLine().usage(shell().out());
    }
}
