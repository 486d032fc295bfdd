package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves long lines a little to the side, where there is room, so that they meet their ends without a bend. */
final class Straightening {

    /** How much nearer than usual a line may come to its neighbours for the sake of being straight. */
    private static final double GIVE = 5;

    private final Grid grid;

    private Straightening(Grid grid) {
        this.grid = grid;
    }

    static void apply(Grid grid) {
        Straightening straightening = new Straightening(grid);
        List<List<Cell>> runs = straightening.runs();
        runs.forEach(straightening::move);
        runs.reversed().forEach(straightening::move);
    }

    /** Lanes of one line that stand straight above each other, from the top. */
    private List<List<Cell>> runs() {
        List<List<Cell>> runs = new ArrayList<>();
        for (Cell cell : grid.cells) {
            if (cell.isLane() && next(cell.up, cell).isEmpty()) {
                List<Cell> run = new ArrayList<>();
                Optional<Cell> at = Optional.of(cell);
                while (at.isPresent()) {
                    run.add(at.get());
                    at = next(at.get().down, at.get());
                }
                runs.add(run);
            }
        }
        return runs;
    }

    private static Optional<Cell> next(List<Link> links, Cell cell) {
        return links.stream()
                .filter(Link::joinsLanes)
                .map(link -> link.upper.cell() == cell ? link.lower.cell() : link.upper.cell())
                .filter(other -> Span.isSame(other.x, cell.x))
                .findFirst();
    }

    private void move(List<Cell> run) {
        Span room = Span.ALL;
        for (Cell cell : run) {
            room = room.and(room(cell));
        }
        Span above = only(run.getFirst().up).map(link -> link.upper.reach()).orElse(Span.ALL);
        Span below = only(run.getLast().down).map(link -> link.lower.reach()).orElse(Span.ALL);
        double x = run.getFirst().x;
        for (Span wished : List.of(above.and(below), below, above)) {
            Span possible = room.and(wished);
            boolean loses = above.contains(x) && !above.contains(possible.nearest(x));
            if (!possible.isEmpty() && !loses) {
                run.forEach(cell -> cell.x = possible.nearest(x));
                return;
            }
        }
        double between = room.nearest(above.towards(below).nearest(x));
        if (!room.isEmpty() && !above.contains(x)) {
            run.forEach(cell -> cell.x = between);
        }
    }

    private Span room(Cell cell) {
        List<Cell> row = grid.rows.get(cell.row);
        double least = cell.width / 2;
        double most = Double.MAX_VALUE;
        if (cell.position > 0) {
            Cell left = row.get(cell.position - 1);
            least = left.x + left.distanceTo(cell) - GIVE;
        }
        if (cell.position < row.size() - 1) {
            Cell right = row.get(cell.position + 1);
            most = right.x - cell.distanceTo(right) + GIVE;
        }
        return new Span(least, most);
    }

    private static Optional<Link> only(List<Link> links) {
        return links.size() == 1 ? Optional.of(links.getFirst()) : Optional.empty();
    }
}
