package dev.penstock.cli.plan;

import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes steps one below the other, bodies further in, and what a step asks for on lines of its own. */
final class StepLines {

    private static final int LONGEST_NAME = 36;
    private static final int KIND = "container".length();
    private static final String INDENT = "  ";
    private static final String BETWEEN = " · ";

    private final Style style;
    private final int width;
    private final int names;
    private final List<String> lines = new ArrayList<>();

    private StepLines(Style style, int width, int names) {
        this.style = style;
        this.width = width;
        this.names = names;
    }

    static List<String> of(PlannedBody body, Style style, int width) {
        StepLines lines = new StepLines(style, width, Math.min(LONGEST_NAME, widest(body, 1)));
        lines.add(body, 1);
        return lines.lines;
    }

    /** How much place names take with their indents. */
    private static int widest(PlannedBody body, int depth) {
        int widest = 0;
        for (PlannedStep step : body.steps()) {
            widest = Math.max(widest, depth * INDENT.length() + step.name().length());
            for (PlannedBody inner : step.bodies()) {
                widest = Math.max(widest, widest(inner, depth + (inner.label().isPresent() ? 2 : 1)));
            }
        }
        return widest;
    }

    private void add(PlannedBody body, int depth) {
        body.steps().forEach(step -> add(step, depth));
    }

    private void add(PlannedStep step, int depth) {
        String indent = INDENT.repeat(depth);
        String gap =
                " ".repeat(Math.max(0, names - indent.length() - step.name().length()));
        String kind = step.kind() + " ".repeat(KIND - step.kind().length());
        lines.add("%s%s%s  %s  %s%s%s"
                .formatted(
                        indent,
                        style.bold(Printable.of(step.name())),
                        gap,
                        style.cyan(kind),
                        Printable.of(step.what()),
                        step.times().map(" × %s"::formatted).orElse(""),
                        step.atOnce().map(", at most %s at once"::formatted).orElse("")));
        details(step.details());
        step.bodies().forEach(body -> inner(body, depth + 1));
    }

    private void inner(PlannedBody body, int depth) {
        Optional<String> label = body.label();
        label.ifPresent(word -> lines.add(INDENT.repeat(depth) + style.dim(word)));
        add(body, label.isPresent() ? depth + 1 : depth);
    }

    private void details(List<String> details) {
        String indent = " ".repeat(names + 2 + KIND + 2);
        StringBuilder line = new StringBuilder();
        for (String raw : details) {
            String detail = Printable.of(raw);
            boolean full = indent.length() + line.length() + BETWEEN.length() + detail.length() > width;
            if (!line.isEmpty() && full) {
                lines.add(indent + style.dim(line.toString()));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : BETWEEN).append(detail);
        }
        if (!line.isEmpty()) {
            lines.add(indent + style.dim(line.toString()));
        }
    }
}
