package dev.penstock.draw;

import static dev.penstock.draw.Xml.number;

import dev.penstock.spec.Spec;
import java.util.stream.Collectors;

/** A pipeline as a picture that needs nothing else: one SVG file, for light and dark screens. */
public final class Svg {

    private static final double MARGIN = 24;
    private static final double WIDEST_HEADING = 640;
    private static final int NAMES_IN_SUMMARY = 40;

    private Svg() {}

    /** The picture as the text of an SVG file; each step's group carries its path as {@code data-step}. */
    public static String of(Spec spec) {
        return of(Drawing.of(spec));
    }

    static String of(Drawing drawing) {
        Block block = Layout.of(drawing);
        String name = Face.HEADING.shorten(drawing.name(), WIDEST_HEADING);
        String description = Face.PARAGRAPH.shorten(drawing.description(), WIDEST_HEADING);
        double top = MARGIN + (description.isEmpty() ? 34 : 54);
        double text = Math.max(Face.HEADING.width(name), Face.PARAGRAPH.width(description));
        double width = Math.max(block.width(), text) + 2 * MARGIN;
        double height = top + block.height() + MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"penstock-drawing\" role=\"img\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\">\n");
        svg.append("<title>").append(Xml.text("Pipeline " + drawing.name())).append("</title>\n");
        svg.append("<desc>").append(Xml.text(summary(drawing))).append("</desc>\n");
        svg.append("<style>\n").append(StyleSheet.text()).append("</style>\n");
        svg.append("<rect class=\"paper\" width=\"100%\" height=\"100%\" rx=\"12\"/>\n");
        heading(svg, "heading", MARGIN + 14, name);
        heading(svg, "paragraph", MARGIN + 35, description);
        new SvgWriter(svg).write(block.moved((width - block.width()) / 2, top));
        return svg.append("</svg>\n").toString();
    }

    private static void heading(StringBuilder svg, String style, double y, String text) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(MARGIN))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(Xml.text(text))
                .append("</text>\n");
    }

    /** For those who cannot see the picture. */
    private static String summary(Drawing drawing) {
        long steps = drawing.stepCount();
        String names = drawing.everything()
                .filter(shape -> shape.kind().isStep())
                .limit(NAMES_IN_SUMMARY)
                .map(Drawing.Shape::name)
                .collect(Collectors.joining(", "));
        String more = steps > NAMES_IN_SUMMARY ? " and more" : "";
        String sentence = drawing.description().isEmpty() ? "" : drawing.description() + " ";
        return sentence + steps + (steps == 1 ? " step: " : " steps: ") + names + more + ".";
    }
}
