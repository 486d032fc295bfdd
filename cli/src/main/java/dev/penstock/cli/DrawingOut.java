package dev.penstock.cli;

import dev.penstock.cli.document.NewFile;
import dev.penstock.cli.find.Targets;
import dev.penstock.draw.Mermaid;
import dev.penstock.draw.Svg;
import dev.penstock.draw.TextDrawing;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Spec;
import java.util.Optional;

/** Draws a pipeline to the terminal or into a file. */
record DrawingOut(Shell shell, Optional<String> format, Optional<String> file) {

    int draw(Optional<String> name) {
        Problems problems = new Problems();
        Optional<DrawingFormat> chosen = DrawingFormat.choose(format, file, problems);
        try (Targets targets = shell.targets()) {
            Spec spec = targets.resolve(name).spec();
            problems.throwIfAny();
            put(drawing(spec, chosen.orElseThrow()));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            problems.throwIfAny();
        }
        return ExitCode.DONE;
    }

    private String drawing(Spec spec, DrawingFormat chosen) {
        return switch (chosen) {
            case TEXT -> TextDrawing.of(spec, shell.width());
            case MERMAID -> Mermaid.of(spec);
            case SVG -> Svg.of(spec);
        };
    }

    private void put(String drawing) {
        String text = drawing.endsWith("\n") ? drawing : drawing + "\n";
        if (file.isEmpty()) {
            shell.out().print(text);
            return;
        }
        NewFile.write(shell.directory().resolve(file.get()), file.get(), text);
        shell.err().println("Wrote %s.".formatted(file.get()));
    }
}
