package dev.penstock.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is referred to, directly or by something that is referred to itself. */
final class Reach {

    /**
     * What something refers to.
     *
     * @param named all of it
     * @param followed of that, what may refer to more
     */
    record Links(Set<String> named, Set<String> followed) {}

    /** Tells what some contents refer to; of what is not there, nothing. */
    interface Reading {
        List<Links> inside(Set<String> digests);
    }

    private Reach() {}

    static Set<String> of(Links roots, Reading reading) {
        Set<String> reached = new HashSet<>(roots.named());
        Set<String> read = new HashSet<>(roots.followed());
        Set<String> open = Set.copyOf(read);
        while (!open.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (Links links : reading.inside(open)) {
                reached.addAll(links.named());
                links.followed().stream().filter(read::add).forEach(next::add);
            }
            open = next;
        }
        return reached;
    }
}
