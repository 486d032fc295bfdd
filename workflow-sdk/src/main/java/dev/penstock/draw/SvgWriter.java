package dev.penstock.draw;

import static dev.penstock.draw.Xml.number;

import dev.penstock.draw.Block.Frame;
import dev.penstock.draw.Block.Piece;
import dev.penstock.draw.Block.Tag;
import dev.penstock.draw.Block.Tip;
import dev.penstock.draw.Block.Wire;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Drawing.Reason;
import java.util.ArrayList;
import java.util.List;

/** Writes placed shapes and lines as elements of an SVG picture. */
final class SvgWriter {

    private static final double HEAD_LENGTH = 7;
    private static final double HEAD_HALF = 3.6;

    private final StringBuilder svg;

    SvgWriter(StringBuilder svg) {
        this.svg = svg;
    }

    /** Frames first, so that lines run over them; boxes last, so that nothing runs over them. */
    void write(Block block) {
        for (Frame frame : block.frames()) {
            if (frame.shape() instanceof Cluster cluster) {
                frame(frame, cluster);
            }
        }
        block.wires().forEach(this::wire);
        block.tips().forEach(this::tip);
        for (Frame frame : block.frames()) {
            switch (frame.shape()) {
                case Cluster cluster -> header(frame, cluster);
                case Box box -> box(frame, box);
            }
        }
        block.tags().forEach(this::tag);
    }

    private void frame(Frame frame, Cluster cluster) {
        open(cluster.kind(), cluster.path());
        if (cluster.kind() == Kind.MAP) {
            rectangle("frame", frame.x() + 8, frame.y() + 8, frame.width(), frame.height(), 10);
            rectangle("frame", frame.x() + 4, frame.y() + 4, frame.width(), frame.height(), 10);
        }
        rectangle("frame", frame.x(), frame.y(), frame.width(), frame.height(), 10);
        close();
    }

    private void header(Frame frame, Cluster cluster) {
        open(cluster.kind(), "");
        title(cluster.title());
        double radius = 9.5;
        double left = frame.x() + 0.5;
        double top = frame.y() + 0.5;
        double width = frame.width() - 1;
        svg.append("<path class=\"header\" d=\"M")
                .append(point(left, top + Layout.HEADER - 4))
                .append('V')
                .append(number(top + radius))
                .append(arc(radius, radius, -radius))
                .append('H')
                .append(number(left + width - radius))
                .append(arc(radius, radius, radius))
                .append('V')
                .append(number(top + Layout.HEADER - 4))
                .append("z\"/>\n");
        List<Phrase> heading = Heading.of(cluster, frame.width() - 2 * Layout.PADDING);
        line(new Card.Run(frame.x() + Layout.PADDING, frame.y() + 19, false, heading), 0, 0);
        close();
    }

    private void box(Frame frame, Box box) {
        open(box.kind(), box.path());
        title(tooltip(box));
        Card card = Card.of(box);
        body(frame, box.kind());
        String icon = Icon.path(box.kind());
        if (!icon.isEmpty()) {
            svg.append("<path class=\"icon\" transform=\"translate(")
                    .append(point(frame.x() + Card.ICON_LEFT, frame.y() + Card.ICON_TOP))
                    .append(")\" d=\"")
                    .append(icon)
                    .append("\"/>\n");
        }
        card.runs().forEach(run -> line(run, frame.x(), frame.y()));
        for (Card.Chip chip : card.chips()) {
            double x = frame.x() + chip.x();
            double y = frame.y() + chip.y();
            rectangle("chip-body", x, y, chip.width(), chip.height(), chip.height() / 2);
            text(Face.CHIP, x + chip.width() / 2, y + chip.height() / 2 + 3.4, chip.text());
        }
        close();
    }

    private void body(Frame frame, Kind kind) {
        switch (kind) {
            case INPUT, RESULT, PORT, YIELDS ->
                rectangle("body", frame.x(), frame.y(), frame.width(), frame.height(), frame.height() / 2);
            case DECISION -> {
                double half = frame.height() / 2;
                double corner = half * 0.7;
                double right = frame.x() + frame.width();
                svg.append("<path class=\"body\" d=\"M")
                        .append(point(frame.x(), frame.y() + half))
                        .append('L')
                        .append(point(frame.x() + corner, frame.y()))
                        .append('H')
                        .append(number(right - corner))
                        .append('L')
                        .append(point(right, frame.y() + half))
                        .append('L')
                        .append(point(right - corner, frame.bottom()))
                        .append('H')
                        .append(number(frame.x() + corner))
                        .append("z\"/>\n");
            }
            case CONTAINER,
                    FUNCTION,
                    SERVICE,
                    WORKFLOW,
                    RESOURCE,
                    GATE,
                    APPROVAL,
                    PAUSE,
                    PIPELINE,
                    MAP,
                    CHOICE,
                    LOOP,
                    BRANCH,
                    HANDLER -> rectangle("body", frame.x(), frame.y(), frame.width(), frame.height(), 8);
        }
    }

    private static String tooltip(Box box) {
        List<String> lines = new ArrayList<>();
        lines.add(box.name());
        lines.addAll(box.details());
        lines.addAll(box.marks());
        box.reads().forEach(read -> lines.add("← " + read));
        return String.join("\n", lines);
    }

    private void wire(Wire wire) {
        svg.append("<path class=\"wire")
                .append(wire.line().reason() == Reason.ORDER ? " order" : "")
                .append("\" d=\"");
        double x = Double.NaN;
        double y = Double.NaN;
        for (Piece piece : wire.pieces()) {
            if (piece.x() != x || piece.y() != y) {
                svg.append('M').append(point(piece.x(), piece.y()));
            }
            if (Math.abs(piece.x() - piece.toX()) < 0.05) {
                svg.append('V').append(number(piece.toY()));
            } else {
                double middle = (piece.y() + piece.toY()) / 2;
                svg.append('C')
                        .append(point(piece.x(), middle))
                        .append(' ')
                        .append(point(piece.toX(), middle))
                        .append(' ')
                        .append(point(piece.toX(), piece.toY()));
            }
            x = piece.toX();
            y = piece.toY();
        }
        svg.append("\"/>\n");
    }

    private void tip(Tip tip) {
        svg.append("<path class=\"head\" d=\"M")
                .append(point(tip.x(), tip.y()))
                .append('L')
                .append(point(tip.x() - HEAD_HALF, tip.y() - HEAD_LENGTH))
                .append('H')
                .append(number(tip.x() + HEAD_HALF))
                .append("z\"/>\n");
    }

    private void tag(Tag tag) {
        text(Face.LABEL, tag.x(), tag.y() + tag.height() / 2 + 3.6, tag.text());
    }

    private void open(Kind kind, String path) {
        svg.append("<g class=\"").append(StyleSheet.name(kind)).append('"');
        if (!path.isEmpty()) {
            svg.append(" data-step=\"").append(Xml.text(path)).append('"');
        }
        svg.append(">\n");
    }

    private void close() {
        svg.append("</g>\n");
    }

    private void title(String text) {
        svg.append("<title>").append(Xml.text(text)).append("</title>\n");
    }

    private void text(Face face, double x, double y, String text) {
        line(new Card.Run(x, y, true, List.of(new Phrase(face, text))), 0, 0);
    }

    private void line(Card.Run run, double right, double down) {
        svg.append("<text x=\"")
                .append(number(run.x() + right))
                .append("\" y=\"")
                .append(number(run.y() + down))
                .append('"');
        if (run.centred()) {
            svg.append(" text-anchor=\"middle\"");
        }
        if (run.phrases().size() == 1) {
            svg.append(" class=\"")
                    .append(run.phrases().getFirst().face().css())
                    .append("\">")
                    .append(Xml.text(run.phrases().getFirst().text()))
                    .append("</text>\n");
            return;
        }
        svg.append('>');
        String gap = "";
        for (Phrase phrase : run.phrases()) {
            svg.append("<tspan")
                    .append(gap)
                    .append(" class=\"")
                    .append(phrase.face().css())
                    .append("\">")
                    .append(Xml.text(phrase.text()))
                    .append("</tspan>");
            gap = " dx=\"" + number(Phrase.GAP) + "\"";
        }
        svg.append("</text>\n");
    }

    private void rectangle(String role, double x, double y, double width, double height, double radius) {
        svg.append("<rect class=\"")
                .append(role)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" rx=\"")
                .append(number(radius))
                .append("\"/>\n");
    }

    private static String arc(double radius, double right, double down) {
        return "a" + point(radius, radius) + " 0 0 1 " + point(right, down);
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }
}
