package dev.penstock.cli.progress;

import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.engine.StepStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line per change, for logs. */
public final class PlainDisplay implements Display {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final Style style;
    private final InstantSource clock;
    private final Map<String, Told> told = new HashMap<>();

    public PlainDisplay(PrintStream out, Style style, InstantSource clock) {
        this.out = out;
        this.style = style;
        this.clock = clock;
    }

    private record Told(StepStatus status, Instant at) {}

    @Override
    public void step(StepStatus status) {
        Told before = told.get(status.path());
        Instant now = clock.instant();
        if (before != null && isSoonAfter(before, status, now)) {
            return;
        }
        told.put(status.path(), new Told(status, now));
        line(line(status));
    }

    /** Maps tell of each of their items, and may have a hundred thousand. */
    private static boolean isSoonAfter(Told before, StepStatus status, Instant now) {
        return before.status().state() == status.state()
                && before.status().attempt() == status.attempt()
                && now.isBefore(before.at().plus(BETWEEN_NOTES));
    }

    private String line(StepStatus status) {
        List<String> words = new ArrayList<>();
        words.add(status.state().words());
        if (status.attempt() > 1) {
            words.add("attempt " + status.attempt());
        }
        status.to().ifPresent(to -> words.add(StepWords.time(Duration.between(status.from(), to))));
        if (!status.note().isBlank()) {
            words.add(Printable.of(status.note()));
        }
        return "%s %s  %s"
                .formatted(
                        StepWords.sign(status.state(), style),
                        style.bold(Printable.of(status.path())),
                        String.join(" · ", words));
    }

    @Override
    public void say(String sentence) {
        line(Printable.of(sentence));
    }

    private void line(String text) {
        String time = CLOCK.format(clock.instant().atZone(ZoneId.systemDefault()));
        out.println("%s  %s".formatted(style.dim(time), text));
        out.flush();
    }

    @Override
    public void tick() {}

    @Override
    public void settle() {}
}
