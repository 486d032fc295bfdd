package dev.penstock.cli;

import dev.penstock.cli.find.Listing;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.find.Targets;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the pipelines that a worker is to work for: all of a jar or folder, or those that are named. */
record Crew(Targets targets) {

    List<Target> of(List<String> texts, Problems problems) {
        if (texts.isEmpty()) {
            return all(targets.list(List.of(), problems), problems);
        }
        List<Target> found = new ArrayList<>();
        for (String text : texts) {
            try {
                found.addAll(
                        Targets.isPlace(text)
                                ? all(targets.list(List.of(text), problems), problems)
                                : List.of(targets.resolve(Optional.of(text))));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        return found;
    }

    private static List<Target> all(Listing listing, Problems problems) {
        problems.addAll(Targets.duplicates(listing));
        List<Target> all = new ArrayList<>();
        listing.found().forEach(found -> {
            try {
                all.add(Targets.target(found));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        });
        return all;
    }
}
