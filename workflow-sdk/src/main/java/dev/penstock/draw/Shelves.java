package dev.penstock.draw;

import dev.penstock.draw.Block.Piece;
import dev.penstock.draw.Block.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Places blocks that have nothing to do with each other side by side, and in several rows when they are many. */
final class Shelves {

    private static final double APART = 32;
    private static final double ASPECT = 1.8;

    private Shelves() {}

    /** The block with lines to the outside, of which there is one at most, gets the whole height on the left. */
    static Block pack(List<Block> blocks) {
        List<Block> ported = blocks.stream().filter(Block::hasPorts).toList();
        if (blocks.size() == 1 || ported.isEmpty()) {
            return shelve(blocks);
        }
        Block left = ported.getFirst();
        Block right = shelve(blocks.stream().filter(block -> !block.hasPorts()).toList());
        double height = Math.max(left.height(), right.height());
        double width = left.width() + APART + right.width();
        return Block.union(List.of(left, tails(left, height), right.moved(left.width() + APART, 0)), width, height);
    }

    private static Block shelve(List<Block> blocks) {
        double area = blocks.stream()
                .mapToDouble(block -> (block.width() + APART) * (block.height() + APART))
                .sum();
        double widest = blocks.stream().mapToDouble(Block::width).max().orElse(0);
        double limit = Math.max(widest, Math.sqrt(area * ASPECT));
        List<Block> placed = new ArrayList<>();
        double x = 0;
        double y = 0;
        double shelf = 0;
        double width = 0;
        for (Block block : blocks) {
            if (x > 0 && x + block.width() > limit) {
                x = 0;
                y += shelf + APART;
                shelf = 0;
            }
            placed.add(block.moved(x, y));
            width = Math.max(width, x + block.width());
            x += block.width() + APART;
            shelf = Math.max(shelf, block.height());
        }
        return Block.union(placed, width, y + shelf);
    }

    /** Lines that leave a block go on to the bottom of the higher one around it. */
    private static Block tails(Block block, double bottom) {
        List<Wire> tails = new ArrayList<>();
        if (bottom > block.height()) {
            block.exits()
                    .forEach((line, x) -> tails.add(new Wire(line, List.of(new Piece(x, block.height(), x, bottom)))));
        }
        return new Block(0, 0, List.of(), tails, List.of(), List.of(), Map.of(), Map.of());
    }
}
