package dev.penstock.cli;

import dev.penstock.cli.document.NewFile;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.stubs.PythonModule;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.Optional;

/** Writes the types of a pipeline's container steps to the terminal or into a folder. */
record StubsOut(Shell shell, Optional<String> image, Optional<String> folder) {

    int write(Optional<String> target) {
        try (Targets targets = shell.targets()) {
            Spec spec = targets.resolve(target).spec();
            requireSteps(spec);
            put(PythonModule.fileName(spec), PythonModule.of(spec, image));
        }
        return ExitCode.DONE;
    }

    private void requireSteps(Spec spec) {
        List<String> images = PythonModule.images(spec);
        if (images.isEmpty()) {
            throw new InvalidInputException(
                    Code.MISSING_VALUE,
                    spec.name(),
                    "The pipeline has no container step of its own.",
                    "Name one that has; the steps of a pipeline inside it belong to that one.");
        }
        if (image.isPresent() && !images.contains(image.get())) {
            throw new InvalidInputException(
                    Code.UNKNOWN_NAME,
                    "--image",
                    "No step of %s runs in the image \"%s\".".formatted(spec.name(), image.get()),
                    Nearest.suggest(image.get(), images));
        }
    }

    private void put(String name, String module) {
        if (folder.isEmpty()) {
            shell.out().print(module);
            return;
        }
        String shown = folder.get().endsWith("/") ? folder.get() + name : folder.get() + "/" + name;
        NewFile.write(shell.directory().resolve(folder.get()).resolve(name), shown, module);
        shell.err().println("Wrote %s.".formatted(shown));
    }
}
