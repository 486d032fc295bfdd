package dev.penstock.draw;

import dev.penstock.draw.Outline.Entry;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.stream.Stream;

/** A pipeline for a terminal: a line for each step, in the order in which its author wrote them. */
public final class TextDrawing {

    private static final int NARROWEST = 40;
    private static final int GAP = 2;

    private final Glyphs glyphs;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private TextDrawing(int width, Glyphs glyphs) {
        this.width = Math.max(NARROWEST, width);
        this.glyphs = glyphs;
    }

    /** The drawing in lines of at most {@code width} columns, or 40 if that is more. */
    public static String of(Spec spec, int width) {
        return of(spec, width, Glyphs.UNICODE);
    }

    public static String of(Spec spec, int width, Glyphs glyphs) {
        return new TextDrawing(width, glyphs).write(Drawing.of(spec));
    }

    private String write(Drawing drawing) {
        long steps = drawing.stepCount();
        paragraph(drawing.name() + " · " + steps + (steps == 1 ? " step" : " steps"));
        if (!drawing.description().isEmpty()) {
            paragraph(drawing.description());
        }
        text.append('\n');
        List<Entry> entries =
                Outline.of(drawing).stream().map(entry -> entry.spelled(glyphs)).toList();
        int label = widest(entries.stream().map(Entry::label), width / 2 - GAP);
        Stream<String> beside =
                entries.stream().filter(entry -> !entry.reads().isEmpty()).map(Entry::what);
        int what = widest(beside, (width - label - 2 * GAP) * 3 / 5);
        entries.forEach(entry -> write(entry, label, what));
        return text.toString();
    }

    /** The widest of those that keep within the limit; the few that do not are broken. */
    private static int widest(Stream<String> texts, int limit) {
        return texts.mapToInt(Columns::of)
                .filter(columns -> columns <= limit)
                .max()
                .orElse(limit);
    }

    private void write(Entry entry, int labelWidth, int whatWidth) {
        String label = Columns.shorten(entry.label(), labelWidth, glyphs.spell("…"));
        String start = Columns.pad(label, labelWidth + GAP);
        String one = start + Columns.pad(entry.what(), whatWidth + GAP) + entry.reads();
        boolean aligned = entry.reads().isEmpty() || Columns.of(entry.what()) <= whatWidth;
        if (aligned && Columns.of(one.stripTrailing()) <= width) {
            line(one);
            return;
        }
        int room = width - labelWidth - GAP;
        String rails = Columns.pad(Columns.shorten(entry.rails(), labelWidth, ""), labelWidth + GAP);
        String before = start;
        for (String piece : Columns.wrap(entry.what(), room, glyphs.spell("…"))) {
            line(before + piece);
            before = rails;
        }
        String hanging = "";
        if (!entry.reads().isEmpty()) {
            for (String piece : Columns.wrap(entry.reads(), room - GAP, glyphs.spell("…"))) {
                line(rails + hanging + piece);
                hanging = "  ";
            }
        }
    }

    private void paragraph(String words) {
        Columns.wrap(glyphs.spell(words), width, glyphs.spell("…")).forEach(this::line);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
