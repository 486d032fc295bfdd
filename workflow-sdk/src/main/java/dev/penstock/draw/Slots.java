package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.End;
import dev.penstock.draw.Grid.Link;
import dev.penstock.draw.Level.Strand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each line its own place on the border of a shape, in the order in which lines come and go. */
final class Slots {

    private static final double APART = 14;

    private final Cell cell;
    private final List<Port> ports = new ArrayList<>();

    private Slots(Cell cell) {
        this.cell = cell;
    }

    static void assign(Grid grid) {
        for (List<Cell> row : grid.rows) {
            row.forEach(cell -> new Slots(cell).assignUpper());
            row.forEach(cell -> new Slots(cell).assignLower());
        }
    }

    private void assignUpper() {
        List<Link> free = new ArrayList<>();
        for (Link link : cell.up) {
            if (link.lower.free()) {
                free.add(link);
            } else {
                link.lowerX = link.lower.reach().middle();
                ports.add(new Port(link.lowerX, link.upperX));
            }
        }
        free.sort(Comparator.comparingDouble(link -> link.upperX));
        List<Double> places =
                places(free.stream().map(link -> Span.at(link.upperX)).toList());
        for (int i = 0; i < free.size(); i++) {
            free.get(i).lowerX = places.get(i);
        }
    }

    /** A line leaves its source at one place, wherever it goes. */
    private void assignLower() {
        Map<Strand, List<Link>> free = new LinkedHashMap<>();
        for (Link link : cell.down) {
            if (link.upper.free()) {
                free.computeIfAbsent(link.strand, strand -> new ArrayList<>()).add(link);
            } else {
                link.upperX = link.upper.reach().middle();
                ports.add(new Port(link.upperX, link.lower.reach().middle()));
            }
        }
        List<List<Link>> lines = new ArrayList<>(free.values());
        lines.sort(Comparator.comparingDouble(line -> aim(line).middle()));
        List<Double> places = places(lines.stream().map(Slots::aim).toList());
        for (int i = 0; i < places.size(); i++) {
            for (Link link : lines.get(i)) {
                link.upperX = places.get(i);
            }
        }
    }

    private static Span aim(List<Link> line) {
        if (line.size() == 1) {
            return line.getFirst().lower.reach();
        }
        return Span.at(line.stream()
                .mapToDouble(link -> link.lower.reach().middle())
                .average()
                .orElse(0));
    }

    /** Straight where the aim is within reach, near the middle otherwise; in the given order and apart from each other. */
    private List<Double> places(List<Span> aims) {
        Span border = new End(cell, 0, true).reach();
        double apart = Math.min(APART, (border.most() - border.least()) / Math.max(1, aims.size() - 1));
        Spread spread = new Spread(apart);
        for (double wish : wishes(aims, border, apart)) {
            spread.add(wish);
        }
        List<Double> places = spread.within(border);
        if (ports.isEmpty()) {
            return places;
        }
        List<Double> clear = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            clear.add(clear(places.get(i), aims.get(i).middle(), border));
        }
        return clear;
    }

    private static double[] wishes(List<Span> aims, Span border, double apart) {
        double middle = border.middle();
        double[] wishes = new double[aims.size()];
        double least = middle;
        for (int i = 0; i < wishes.length; i++) {
            Span straight = border.and(aims.get(i));
            wishes[i] = straight.isEmpty() ? Math.max(least, middle) : straight.nearest(middle);
            least = straight.isEmpty() && least <= middle ? least : wishes[i] + apart;
        }
        double most = middle;
        for (int i = wishes.length - 1; i >= 0; i--) {
            boolean fromLeft = aims.get(i).most() < border.least();
            wishes[i] = fromLeft ? Math.min(most, middle) : wishes[i];
            most = fromLeft && most >= middle ? most : wishes[i] - apart;
        }
        return wishes;
    }

    /** Beside the lines that cross the border of a cluster there, on the side of the other end. */
    private double clear(double place, double aim, Span border) {
        double clear = place;
        for (Port port : ports) {
            if (Math.abs(clear - port.x()) < APART) {
                clear = border.nearest(aim < port.otherEnd() ? port.x() - APART : port.x() + APART);
            }
        }
        return clear;
    }

    /** Where a line crosses the border, and where it comes from or goes. */
    private record Port(double x, double otherEnd) {}
}
