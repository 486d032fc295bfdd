package dev.penstock.cli;

import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in the words of this project instead of the parser's. */
final class Misuse {

    private final CommandSpec command;
    private final String where;
    private final List<Problem> problems = new ArrayList<>();

    private Misuse(CommandSpec command) {
        this.command = command;
        this.where = command.qualifiedName();
    }

    /** The problems of the innermost command that has any. */
    static List<Problem> of(ParseResult parsed) {
        if (parsed.hasSubcommand()) {
            List<Problem> inner = of(parsed.subcommand());
            if (!inner.isEmpty()) {
                return inner;
            }
        }
        if (parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return List.of();
        }
        Misuse misuse = new Misuse(parsed.commandSpec());
        parsed.errors().forEach(misuse::add);
        return misuse.problems;
    }

    private void add(Exception error) {
        switch (error) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched());
            case MissingParameterException missing -> missing.getMissing().forEach(this::missing);
            case OverwrittenOptionException twice ->
                problem(
                        Code.REPEATED_OPTION,
                        "The option %s is given twice.".formatted(name(twice.getOverwritten())),
                        "Keep one of the two.");
            default -> problem(Code.WRONG_TYPE, String.valueOf(error.getMessage()), help());
        }
    }

    private void unmatched(List<String> words) {
        List<String> options =
                words.stream().filter(word -> word.startsWith("-")).toList();
        // Words after an unknown option may be its values, and words after an unknown command its arguments.
        if (!options.isEmpty()) {
            options.forEach(this::unknownOption);
            return;
        }
        if (!command.subcommands().isEmpty()) {
            problem(
                    Code.UNKNOWN_NAME,
                    "There is no command \"%s\".".formatted(words.getFirst()),
                    Nearest.suggest(words.getFirst(), command.subcommands().keySet()));
            return;
        }
        problem(
                Code.UNKNOWN_NAME,
                "Too many words: %s.".formatted(String.join(" ", words)),
                "Put values that contain blanks in quotes. " + help());
    }

    private void unknownOption(String word) {
        String option = word.replaceFirst("=.*", "");
        List<String> known =
                command.options().stream().map(OptionSpec::longestName).sorted().toList();
        problem(Code.UNKNOWN_NAME, "There is no option %s.".formatted(option), Nearest.suggest(option, known));
    }

    private void missing(ArgSpec missing) {
        String name = name(missing);
        problem(
                Code.MISSING_VALUE,
                missing.isOption()
                        ? "The option %s needs a value.".formatted(name)
                        : "%s is not given.".formatted(name),
                help());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String help() {
        String synopsis = command.commandLine()
                .getHelp()
                .synopsis(0)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return "Usage: " + synopsis;
    }

    private void problem(Code code, String message, String remedy) {
        problems.add(new Problem(code, where, message, remedy));
    }
}
