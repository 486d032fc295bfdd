package dev.penstock.cli.params;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.type.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One {@code --param name=value}. */
record Assignment(String name, String text) {

    // Whole values come before their parts and forms before what they consist of, in whatever order they were written.
    private static final Comparator<Assignment> OUTER_FIRST = Comparator.comparingInt(Assignment::depth)
            .thenComparing(assignment -> !assignment.name.endsWith(Types.TAG));

    /** The flags, whole values before parts of them; what is not of the form or given twice is a problem. */
    static List<Assignment> parse(List<String> flags, Problems problems) {
        List<Assignment> parsed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            if (equals < 1) {
                problems.add(
                        Code.MALFORMED,
                        "--param " + flag,
                        "A parameter needs a name and a value.",
                        "Write --param name=value.");
                continue;
            }
            Assignment assignment = new Assignment(flag.substring(0, equals).strip(), flag.substring(equals + 1));
            if (!names.add(assignment.name)) {
                problems.add(
                        Code.REPEATED_OPTION,
                        assignment.option(),
                        "The parameter \"%s\" is given twice.".formatted(assignment.name),
                        "Keep one of the two.");
                continue;
            }
            parsed.add(assignment);
        }
        parsed.sort(OUTER_FIRST);
        return parsed;
    }

    String option() {
        return "--param " + name;
    }

    private int depth() {
        return name.split("\\.", -1).length;
    }
}
