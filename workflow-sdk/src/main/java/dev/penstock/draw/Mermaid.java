package dev.penstock.draw;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Drawing.Shape;
import dev.penstock.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A pipeline as a Mermaid flow chart, which GitHub, GitLab and many wikis draw. */
public final class Mermaid {

    private static final int LONGEST_LABEL = 80;

    private final StringBuilder text = new StringBuilder();

    private Mermaid() {}

    /** The text of the chart; viewers refuse to draw more than some hundred steps. */
    public static String of(Spec spec) {
        return new Mermaid().write(Drawing.of(spec));
    }

    private String write(Drawing drawing) {
        text.append("flowchart TD\n");
        drawing.shapes().forEach(shape -> shape(shape, "  "));
        drawing.arrows().forEach(this::arrow);
        drawing.everything().forEach(this::colour);
        Set<Kind> kinds = drawing.everything().map(Shape::kind).collect(Collectors.toSet());
        for (Kind kind : Kind.values()) {
            if (kinds.contains(kind)) {
                text.append("  classDef ")
                        .append(StyleSheet.name(kind))
                        .append(' ')
                        .append(style(kind))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private void shape(Shape shape, String indent) {
        switch (shape) {
            case Box box ->
                text.append(indent).append(box.id()).append(outline(box)).append('\n');
            case Cluster cluster -> {
                String title = MermaidText.escape(title(cluster));
                text.append(indent)
                        .append("subgraph ")
                        .append(cluster.id())
                        .append("[\"")
                        .append(title)
                        .append("\"]\n");
                cluster.shapes().forEach(inner -> shape(inner, indent + "  "));
                text.append(indent).append("end\n");
            }
        }
    }

    /** Boxes name their class with their label; a frame within a frame takes it only after all shapes. */
    private void colour(Shape shape) {
        if (shape instanceof Cluster cluster) {
            text.append("  class %s %s\n".formatted(cluster.id(), StyleSheet.name(cluster.kind())));
        }
    }

    /** The condition of a choice has a shape of its own. */
    private static String title(Cluster cluster) {
        return cluster.kind() == Kind.CHOICE ? cluster.name() : cluster.title();
    }

    private static String outline(Box box) {
        String label = "\"" + label(box) + "\"";
        String outline = switch (box.kind()) {
            case INPUT, RESULT, PORT, YIELDS -> "([" + label + "])";
            case DECISION -> "{{" + label + "}}";
            case APPROVAL -> "[/" + label + "\\]";
            case FUNCTION, SERVICE -> "(" + label + ")";
            case WORKFLOW -> "[[" + label + "]]";
            case CONTAINER, RESOURCE, GATE, PAUSE, PIPELINE, MAP, CHOICE, LOOP, BRANCH, HANDLER -> "[" + label + "]";
        };
        return outline + ":::" + StyleSheet.name(box.kind());
    }

    private static String label(Box box) {
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + MermaidText.escape(shorten(box.name())) + "</b>");
        box.details().forEach(detail -> lines.add(MermaidText.escape(shorten(detail))));
        if (!box.marks().isEmpty()) {
            lines.add("<i>" + MermaidText.escape(shorten(String.join(" · ", box.marks()))) + "</i>");
        }
        return String.join("<br/>", lines);
    }

    private void arrow(Arrow arrow) {
        String label = arrow.label().isEmpty() ? "" : "|\"" + MermaidText.escape(shorten(arrow.label())) + "\"|";
        String line = switch (arrow.reason()) {
            case DATA, CHOICE -> "-->";
            case ORDER -> "-.->";
        };
        text.append("  ")
                .append(arrow.from())
                .append(' ')
                .append(line)
                .append(label)
                .append(' ')
                .append(arrow.to())
                .append('\n');
    }

    private static String shorten(String label) {
        return Label.shorten(label, LONGEST_LABEL, String::length);
    }

    /** The ink is given too, because dark pages would turn it white on these light colours. */
    private static String style(Kind kind) {
        Palette palette = Palette.LIGHT;
        String accent = palette.accent(kind);
        return switch (kind) {
            case INPUT, RESULT -> "fill:%s,stroke:%s,color:%s".formatted(palette.ink(), palette.ink(), palette.paper());
            case CONTAINER, FUNCTION, SERVICE, WORKFLOW, RESOURCE, GATE, APPROVAL, PAUSE, PORT, DECISION, YIELDS ->
                "fill:%s,stroke:%s,color:%s"
                        .formatted(Palette.mix(accent, palette.paper(), 0.08), accent, palette.ink());
            case PIPELINE, MAP, CHOICE, LOOP, BRANCH, HANDLER ->
                "fill:%s,stroke:%s,color:%s".formatted(palette.frame(), accent, palette.ink());
        };
    }
}
