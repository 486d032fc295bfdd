package dev.penstock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.Optional;

/** A spec with one thing changed, and the step in which that was done; the step is empty outside of all. */
record SpecMutation(Spec before, Spec after, String step, String stepAfterwards, String what) {

    /** Values come from the donor where they have to fit the place. */
    static SpecMutation of(Spec spec, Spec donor, Dice dice) {
        for (int tries = 0; tries < 1_000; tries++) {
            Optional<SpecMutation> mutation = attempt(spec, donor, dice);
            if (mutation.isPresent()) {
                return mutation.get();
            }
        }
        throw new IllegalStateException("nothing in this spec can be changed");
    }

    private static Optional<SpecMutation> attempt(Spec spec, Spec donor, Dice dice) {
        JsonNode tree = spec.toTree().deepCopy();
        Position position = dice.one(Position.all(tree));
        if (position.key().equals("at") || position.key().equals("schema")) {
            return Optional.empty();
        }
        JsonNode was = position.value();
        String nameBefore = position.step();
        String what = change(position, donor, dice);
        boolean isStep = position.isItem() && position.key().equals("nodes");
        boolean isName = !position.isItem()
                && position.parent().has("output")
                && position.key().equals("name");
        String nameAfter = isStep || isName ? nameOf(position, isStep).orElse(nameBefore) : nameBefore;
        try {
            Spec changed = Spec.parse(tree.toString(), "x");
            return changed.digest().equals(spec.digest())
                    ? Optional.empty()
                    : Optional.of(new SpecMutation(
                            spec, changed, nameBefore, nameAfter, "%s %s: %s".formatted(what, position.key(), was)));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> nameOf(Position position, boolean isStep) {
        if (!isStep) {
            return Optional.ofNullable(position.value()).map(JsonNode::asText);
        }
        JsonNode node = position.parent().path(position.index());
        return node.has("name") ? Optional.of(node.get("name").asText()) : Optional.empty();
    }

    private static String change(Position position, Spec donor, Dice dice) {
        List<Position> donors = Position.withKey(Position.all(donor.toTree()), position.key());
        if (!donors.isEmpty() && dice.chance(0.3)) {
            position.replace(dice.one(donors).value());
            return "transplanted";
        }
        if (dice.chance(0.2)) {
            position.remove();
            return "removed";
        }
        return switch (position.value()) {
            case TextNode text -> {
                position.replace(TextNode.valueOf(text.textValue() + dice.oneOf("x", "-2", "0", "…")));
                yield "lengthened";
            }
            case IntNode number -> {
                position.replace(IntNode.valueOf(number.intValue() + 1));
                yield "increased";
            }
            case DoubleNode number -> {
                position.replace(DoubleNode.valueOf(number.doubleValue() / 2 + 1));
                yield "altered";
            }
            case BooleanNode bool -> {
                position.replace(BooleanNode.valueOf(!bool.booleanValue()));
                yield "flipped";
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                array.remove(dice.below(array.size()));
                yield "shortened";
            }
            default -> {
                position.remove();
                yield "removed";
            }
        };
    }
}
