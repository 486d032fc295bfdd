package dev.penstock.cli.find;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses one pipeline among those of some place, or says why there is no choice. */
record Choice(String where, Listing listing) {

    private static final String LOOKED_FOR = "Looked for classes that implement dev.penstock.flow.Pipeline";

    /** The only one; the prefix and a name choose among several. */
    Found only(String prefix) {
        if (listing.found().isEmpty()) {
            throw none();
        }
        if (listing.found().size() == 1) {
            return listing.found().getFirst();
        }
        throw new InvalidInputException(
                Code.AMBIGUOUS_PIPELINE,
                where,
                "There are %s pipelines here: %s."
                        .formatted(listing.found().size(), String.join(", ", listing.names())),
                "Choose one, such as %s%s.".formatted(prefix, listing.names().getFirst()));
    }

    /** The one of this name, if there is one. */
    Optional<Found> named(String name) {
        List<Found> meant = meant(name);
        if (meant.size() > 1) {
            throw new InvalidInputException(List.of(duplicate(name, meant)));
        }
        List<Problem> reasons = listing.leftOut().stream()
                .filter(leftOut -> ClassNames.equal(leftOut.className(), name)
                        || ClassNames.simple(leftOut.className()).equals(name))
                .map(LeftOut::problem)
                .toList();
        if (meant.isEmpty() && !reasons.isEmpty()) {
            throw new InvalidInputException(reasons);
        }
        return meant.stream().findFirst();
    }

    private List<Found> meant(String name) {
        List<Predicate<Found>> waysToMean = List.of(
                found -> ClassNames.equal(found.className(), name),
                found -> found.name().equals(name),
                found -> ClassNames.simple(found.className()).equals(name));
        for (Predicate<Found> way : waysToMean) {
            List<Found> meant = listing.found().stream().filter(way).toList();
            if (!meant.isEmpty()) {
                return meant;
            }
        }
        return List.of();
    }

    /** Names that two pipelines have. */
    List<Problem> duplicates() {
        List<Problem> problems = new ArrayList<>();
        for (String name : listing.names()) {
            List<Found> same = listing.found().stream()
                    .filter(found -> found.name().equals(name))
                    .toList();
            if (same.size() > 1) {
                problems.add(duplicate(name, same));
            }
        }
        return problems;
    }

    InvalidInputException unknown(String name) {
        if (listing.found().isEmpty()) {
            return none();
        }
        List<Problem> problems = new ArrayList<>();
        problems.add(new Problem(
                Code.UNKNOWN_PIPELINE,
                where,
                "There is no pipeline \"%s\".".formatted(name),
                Nearest.suggest(name, listing.names())));
        // The one that is meant may be among those whose name cannot be known.
        listing.leftOut().forEach(leftOut -> problems.add(leftOut.problem()));
        return new InvalidInputException(problems);
    }

    /** Why there is nothing to choose from. */
    InvalidInputException none() {
        if (!listing.leftOut().isEmpty()) {
            return new InvalidInputException(
                    listing.leftOut().stream().map(LeftOut::problem).toList());
        }
        return new InvalidInputException(
                Code.NO_PIPELINE,
                where,
                "There is no pipeline here. %s, saw %s.".formatted(LOOKED_FOR, classes(listing.classesSeen())),
                listing.classesSeen() == 0
                        ? "Give the jar of the application, not that of its sources."
                        : "Give the jar that has them; it may be another module of your build.");
    }

    private static String classes(int count) {
        return count == 1 ? "1 class" : count + " classes";
    }

    private Problem duplicate(String name, List<Found> same) {
        List<String> classes = same.stream()
                .map(found -> "%s (%s)".formatted(found.className(), found.origin()))
                .toList();
        return new Problem(
                Code.DUPLICATE_PIPELINE,
                where,
                "%s pipelines are called \"%s\": %s.".formatted(same.size(), name, String.join(" and ", classes)),
                "Give one of them another name() or choose by the name of the class.");
    }
}
