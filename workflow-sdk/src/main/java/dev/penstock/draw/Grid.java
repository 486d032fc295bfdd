package dev.penstock.draw;

import dev.penstock.draw.Level.Strand;
import java.util.ArrayList;
import java.util.List;

/** Shapes and the lanes of lines in rows, linked only from one row to the next. */
final class Grid {

    final List<Cell> cells = new ArrayList<>();
    final List<List<Cell>> rows = new ArrayList<>();
    final List<Link> links = new ArrayList<>();

    Grid(int rowCount) {
        for (int i = 0; i < rowCount; i++) {
            rows.add(new ArrayList<>());
        }
    }

    Cell add(Content content, int row, double width, double height) {
        Cell cell = new Cell(cells.size(), content, row, width, height);
        cell.position = rows.get(row).size();
        cells.add(cell);
        rows.get(row).add(cell);
        return cell;
    }

    void link(Strand strand, End upper, End lower) {
        Link link = new Link(strand, upper, lower);
        links.add(link);
        upper.cell().down.add(link);
        lower.cell().up.add(link);
    }

    /** What takes up room in a row. */
    sealed interface Content {

        /** A box, or a cluster with everything in it. */
        record Body(int shape) implements Content {}

        /** A line that passes. */
        record Lane() implements Content {}

        /** A line that passes, with its label. */
        record Tagged(Strand strand) implements Content {}

        /** A line that crosses the frame of the level. */
        record Crossing(Strand strand, boolean entering) implements Content {}
    }

    /** A place in a row; {@code x} is the middle. */
    static final class Cell {

        final int index;
        final Content content;
        final int row;
        final double width;
        final double height;
        final List<Link> up = new ArrayList<>();
        final List<Link> down = new ArrayList<>();
        int position;
        double x;

        Cell(int index, Content content, int row, double width, double height) {
            this.index = index;
            this.content = content;
            this.row = row;
            this.width = width;
            this.height = height;
        }

        boolean isLane() {
            return !(content instanceof Content.Body);
        }

        /** The least distance between the middles of this cell and of its right neighbour. */
        double distanceTo(Cell right) {
            double gap = isLane() && right.isLane() ? 10 : isLane() || right.isLane() ? 16 : 28;
            return (width + right.width) / 2 + gap;
        }
    }

    /** Where a link touches a cell: at a fixed distance from the middle, or anywhere on the border. */
    record End(Cell cell, double offset, boolean free) {

        private static final double INSET = 18;

        static End middle(Cell cell) {
            return new End(cell, 0, false);
        }

        /** A place in the row that tells neighbouring cells, and neighbouring ports of one cell, apart. */
        double key() {
            return cell.position + (cell.width == 0 ? 0 : offset / cell.width);
        }

        /** Where a line can stand to meet this end without a bend. */
        Span reach() {
            if (!free) {
                return Span.at(cell.x + offset);
            }
            double inset = Math.min(INSET, cell.width / 3);
            return new Span(cell.x - cell.width / 2 + inset, cell.x + cell.width / 2 - inset);
        }
    }

    /** A piece of a line between two neighbouring rows. */
    static final class Link {

        final Strand strand;
        final End upper;
        final End lower;
        double upperX;
        double lowerX;

        Link(Strand strand, End upper, End lower) {
            this.strand = strand;
            this.upper = upper;
            this.lower = lower;
        }

        boolean joinsLanes() {
            return upper.cell().isLane() && lower.cell().isLane();
        }
    }
}
