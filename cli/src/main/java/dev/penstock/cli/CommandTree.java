package dev.penstock.cli;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Puts the commands together and runs the one that is asked for. */
final class CommandTree {

    private CommandTree() {}

    static int execute(String[] args, Shell shell) {
        Root root = new Root(shell);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new RunCommand(root))
                .addSubcommand(new WatchCommand(root))
                .addSubcommand(new ListCommand(root))
                .addSubcommand(new ShowCommand(root))
                .addSubcommand(new ExplainCommand(root))
                .addSubcommand(ArtifactCommand.with(root))
                .addSubcommand(new CancelCommand(root))
                .addSubcommand(new RetryCommand(root))
                .addSubcommand(new ApproveCommand(root))
                .addSubcommand(new RejectCommand(root))
                .addSubcommand(new WorkerCommand(root))
                .addSubcommand(new DevCommand(root))
                .addSubcommand(new DoctorCommand(root))
                .addSubcommand(new PlanCommand(root))
                .addSubcommand(new DrawCommand(root))
                .addSubcommand(new DiffCommand(root))
                .addSubcommand(new StubsCommand(root))
                .addSubcommand(new PipelinesCommand(root));
        boolean json = Arrays.asList(args).contains("--json");
        line.setExpandAtFiles(false)
                .setUsageHelpWidth(shell.width())
                .setOut(new PrintWriter(shell.out(), true, shell.out().charset()))
                .setErr(new PrintWriter(shell.err(), true, shell.err().charset()))
                .setColorScheme(Help.defaultColorScheme(colored(args, shell) ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(parsed -> run(parsed, root, json))
                .setExecutionExceptionHandler((thrown, command, parsed) -> switch (thrown) {
                    case InvalidInputException invalid -> Complaint.make(invalid.problems(), root.shell(), json);
                    case InvalidPathException invalid -> Complaint.make(notAPath(invalid), root.shell(), json);
                    default -> unforeseen(thrown, root.shell(), json);
                });
        collectErrors(line);
        return line.execute(args);
    }

    private static int run(ParseResult parsed, Root root, boolean json) {
        List<Problem> problems = Misuse.of(parsed);
        return problems.isEmpty() ? new RunLast().execute(parsed) : Complaint.make(problems, root.shell(), json);
    }

    private static int unforeseen(Exception thrown, Shell shell, boolean json) {
        return Lost.problem(thrown)
                .map(problem -> Complaint.make(List.of(problem), shell, json))
                .orElseGet(() -> Fault.report(thrown, shell));
    }

    private static List<Problem> notAPath(InvalidPathException thrown) {
        return List.of(new Problem(
                Code.UNREADABLE,
                thrown.getInput(),
                "This is no path here: %s.".formatted(thrown.getReason()),
                "Leave out the characters that this system does not allow."));
    }

    private static boolean colored(String[] args, Shell shell) {
        return shell.style().colors() && !Arrays.asList(args).contains("--no-color");
    }

    /** Makes the parser go on after the first error, so that all are reported. */
    private static void collectErrors(CommandLine line) {
        line.getCommandSpec().parser().collectErrors(true);
        line.getSubcommands().values().forEach(CommandTree::collectErrors);
    }
}
