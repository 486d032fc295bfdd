package dev.penstock.cli.find;

import java.util.ArrayList;
import java.util.List;

/** What was found in some places. */
public record Listing(List<Found> found, List<LeftOut> leftOut, int classesSeen) {

    public Listing {
        found = List.copyOf(found);
        leftOut = List.copyOf(leftOut);
    }

    static Listing nothing() {
        return new Listing(List.of(), List.of(), 0);
    }

    Listing and(Listing more) {
        List<Found> allFound = new ArrayList<>(found);
        allFound.addAll(more.found);
        List<LeftOut> allLeftOut = new ArrayList<>(leftOut);
        allLeftOut.addAll(more.leftOut);
        return new Listing(allFound, allLeftOut, classesSeen + more.classesSeen);
    }

    boolean isEmpty() {
        return found.isEmpty() && leftOut.isEmpty();
    }

    List<String> names() {
        return found.stream().map(Found::name).distinct().sorted().toList();
    }
}
