package dev.penstock.cli.progress;

import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.engine.StepStatus;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line per step that is drawn anew in its place, for terminals. */
public final class LiveDisplay implements Display {

    private static final String ESCAPE = "\u001B[";

    private final PrintStream out;
    private final Style style;
    private final InstantSource clock;
    private final int width;
    private final int height;
    private final Map<String, StepStatus> steps = new LinkedHashMap<>();
    private List<String> drawn = List.of();

    public LiveDisplay(PrintStream out, Style style, InstantSource clock, int width, int height) {
        this.out = out;
        this.style = style;
        this.clock = clock;
        this.width = width;
        this.height = height;
    }

    @Override
    public void step(StepStatus status) {
        steps.put(status.path(), status);
    }

    @Override
    public void say(String sentence) {
        erase();
        out.println(Printable.of(sentence));
        tick();
    }

    @Override
    public void tick() {
        List<String> lines = new StepTable(style, width, height - 2).lines(steps.values(), clock.instant());
        if (lines.equals(drawn)) {
            return;
        }
        StringBuilder text = new StringBuilder(up());
        lines.forEach(line -> text.append(line).append(ESCAPE).append("K\n"));
        text.append(ESCAPE).append("J");
        out.print(text);
        out.flush();
        drawn = new ArrayList<>(lines);
    }

    @Override
    public void settle() {
        tick();
        drawn = List.of();
    }

    private void erase() {
        out.print(up() + ESCAPE + "J");
        drawn = List.of();
    }

    private String up() {
        return drawn.isEmpty() ? "" : "\r%s%sA".formatted(ESCAPE, drawn.size());
    }
}
