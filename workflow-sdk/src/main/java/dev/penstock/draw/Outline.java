package dev.penstock.draw;

import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Drawing.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a drawing one below the other, bodies under a bracket. */
final class Outline {

    private static final String RAIL = "│ ";
    private static final int MOST_READS = 12;

    private final List<Entry> entries = new ArrayList<>();

    private Outline() {}

    static List<Entry> of(Drawing drawing) {
        Outline outline = new Outline();
        drawing.shapes().forEach(shape -> outline.add(shape, ""));
        return outline.entries;
    }

    private void add(Shape shape, String rail) {
        switch (shape) {
            case Box box -> add(box, rail);
            case Cluster cluster -> add(cluster, rail);
        }
    }

    private void add(Box box, String rail) {
        switch (box.kind()) {
            case INPUT, RESULT -> step("○ ", box, rail);
            case GATE, APPROVAL, PAUSE -> step("◆ ", box, rail);
            case CONTAINER, FUNCTION, SERVICE, WORKFLOW, RESOURCE -> step("● ", box, rail);
            case PIPELINE, MAP, CHOICE, LOOP, BRANCH, HANDLER -> step("● ", box, rail);
            case PORT, DECISION, YIELDS -> {
                // A picture needs them to end its arrows at; here the lines around them say the same.
            }
        }
    }

    private void step(String symbol, Box box, String rail) {
        String what =
                Stream.concat(box.details().stream(), box.marks().stream()).collect(Collectors.joining(" · "));
        entries.add(new Entry(rail + symbol + box.name(), rail + "  ", what, reads(box.reads())));
    }

    private void add(Cluster cluster, String rail) {
        entries.add(new Entry(rail + "╭ " + cluster.name(), rail + RAIL, cluster.detail(), reads(cluster.reads())));
        for (Shape shape : cluster.shapes()) {
            if (shape instanceof Cluster branch && branch.kind() == Kind.BRANCH) {
                entries.add(new Entry(rail + "├ " + branch.name(), rail + RAIL, "", ""));
                branch.shapes().forEach(inner -> add(inner, rail + RAIL));
            } else {
                add(shape, rail + RAIL);
            }
        }
        String yields = cluster.yields().map(words -> "yields " + words).orElse("");
        entries.add(new Entry(rail + "╰ ", rail + "  ", yields, ""));
    }

    private static String reads(List<String> reads) {
        if (reads.isEmpty()) {
            return "";
        }
        String more = reads.size() > MOST_READS ? ", … and %s more".formatted(reads.size() - MOST_READS) : "";
        return "← " + reads.stream().limit(MOST_READS).collect(Collectors.joining(", ")) + more;
    }

    /** A line to be: the step behind its rails, the rails of further lines, what the step is, and what it reads. */
    record Entry(String label, String rails, String what, String reads) {

        Entry spelled(Glyphs glyphs) {
            return new Entry(glyphs.spell(label), glyphs.spell(rails), glyphs.spell(what), glyphs.spell(reads));
        }
    }
}
