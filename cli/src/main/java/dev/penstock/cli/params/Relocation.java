package dev.penstock.cli.params;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import java.util.Optional;

/** Turns problems whose place is a path, such as {@code $.depths[2]}, into problems of what the user wrote. */
record Relocation(Types types, DataType root, Overlay overlay, Optional<String> file) {

    Problem of(Problem problem) {
        String path = problem.where();
        Origin origin = overlay.origin(path);
        return switch (problem.code()) {
            case UNKNOWN_NAME ->
                new Problem(problem.code(), origin.whereKey(path), problem.message(), problem.remedy());
            case MISSING_VALUE -> missing(problem, origin);
            default -> new Problem(problem.code(), origin.where(path), problem.message(), problem.remedy());
        };
    }

    private Problem missing(Problem problem, Origin origin) {
        String path = problem.where();
        Optional<String> flag = FlagExample.param(types, root, path, overlay.json());
        if (flag.isEmpty()) {
            return new Problem(Code.MISSING_VALUE, origin.where(path), problem.message(), problem.remedy());
        }
        String elsewhere = file.map(name -> "in " + name).orElse("in a file with --params");
        return new Problem(
                Code.MISSING_VALUE,
                origin.where(path),
                problem.message(),
                "Give it: %s, or %s.".formatted(flag.get(), elsewhere));
    }
}
