package dev.penstock.contract;

import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one message everything that is wrong with what a step wrote. */
final class OutputComplaint {

    private static final int MOST_SHOWN = 10;

    private OutputComplaint() {}

    static void throwIfAny(String step, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        String lines = problems.stream()
                .limit(MOST_SHOWN)
                .map(problem -> "%s: %s %s".formatted(problem.where(), problem.message(), problem.remedy()))
                .collect(Collectors.joining("\n  "));
        String more = problems.size() > MOST_SHOWN ? "\n  … and %s more.".formatted(problems.size() - MOST_SHOWN) : "";
        String message = problems.size() == 1
                ? "%s ended well, but what it wrote cannot be used. %s".formatted(step, lines)
                : "%s ended well, but what it wrote cannot be used:\n  %s%s".formatted(step, lines, more);
        throw new FaultException(Fault.of(FaultKind.USER, message));
    }

    /** What is in a folder, as far as it helps. */
    static List<String> names(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals(Exchange.OUTPUTS))
                    .sorted()
                    .limit(MOST_SHOWN)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
