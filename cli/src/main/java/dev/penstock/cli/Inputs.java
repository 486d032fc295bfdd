package dev.penstock.cli;

import dev.penstock.cli.find.Target;
import dev.penstock.cli.params.Given;
import dev.penstock.cli.params.InputReader;
import dev.penstock.cli.params.RunInput;
import dev.penstock.flow.Pipeline;
import dev.penstock.problem.Problems;
import dev.penstock.type.Generics;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the input for a target, which the pipeline's own class checks too where it is at hand. */
final class Inputs {

    private Inputs() {}

    static RunInput read(Target target, Given given, Path directory, Problems problems) {
        Optional<Type> inputType = target.pipeline()
                .flatMap(pipeline -> Generics.as(pipeline.getClass(), Pipeline.class))
                .map(type -> Generics.argument(type, 0));
        return InputReader.read(target.spec(), inputType, given, directory, problems);
    }
}
