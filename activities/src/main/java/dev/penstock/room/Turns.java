package dev.penstock.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is in and who waits, first come, first in: whoever waits longest is never overtaken, so that big ones get their
 * turn too. What asks for more than there is goes in alone.
 */
record Turns(Capacity whole, List<Guest> inside, List<Guest> waiting) {

    /** Somebody who asks for room. */
    record Guest(long number, Capacity asks) {}

    Turns {
        inside = List.copyOf(inside);
        waiting = List.copyOf(waiting);
    }

    static Turns none(Capacity whole) {
        return new Turns(whole, List.of(), List.of());
    }

    /** Somebody comes, and goes in at once where that is possible. */
    Turns comes(Guest guest) {
        List<Guest> more = new ArrayList<>(waiting);
        more.add(guest);
        return new Turns(whole, inside, more).admitting();
    }

    /** Somebody goes, from inside or from the queue, and others may go in. */
    Turns goes(long number) {
        return new Turns(whole, without(inside, number), without(waiting, number)).admitting();
    }

    boolean isInside(long number) {
        return inside.stream().anyMatch(guest -> guest.number() == number);
    }

    /** What somebody waits for, in words; nothing where they do not wait. */
    Optional<String> why(long number) {
        return waiting.stream()
                .filter(guest -> guest.number() == number)
                .findFirst()
                .map(this::why);
    }

    private String why(Guest guest) {
        Capacity asks = guest.asks();
        Capacity taken = taken().plus(asks);
        if (isTooBig(guest)) {
            return asks.milliCpus() > whole.milliCpus()
                    ? "waits to run alone, with %s CPUs of %s".formatted(asks.cpus(), whole.cpus())
                    : "waits to run alone, with %s memory of %s".formatted(asks.memory(), whole.memory());
        }
        if (inside.stream().anyMatch(this::isTooBig)) {
            return "waits for a step that runs alone";
        }
        if (taken.milliCpus() > whole.milliCpus()) {
            return "waits for %s of %s CPUs".formatted(asks.cpus(), whole.cpus());
        }
        if (taken.bytes() > whole.bytes()) {
            return "waits for %s of %s memory".formatted(asks.memory(), whole.memory());
        }
        return "waits for its turn, after %s others".formatted(waiting.indexOf(guest));
    }

    private Turns admitting() {
        List<Guest> in = new ArrayList<>(inside);
        List<Guest> left = new ArrayList<>(waiting);
        Turns now = this;
        while (!left.isEmpty() && now.admits(left.getFirst())) {
            in.add(left.removeFirst());
            now = new Turns(whole, in, left);
        }
        return now;
    }

    private boolean admits(Guest guest) {
        return inside.isEmpty()
                || (inside.stream().noneMatch(this::isTooBig)
                        && taken().plus(guest.asks()).fitsInto(whole));
    }

    private boolean isTooBig(Guest guest) {
        return !guest.asks().fitsInto(whole);
    }

    private Capacity taken() {
        return inside.stream().map(Guest::asks).reduce(Capacity.nothing(), Capacity::plus);
    }

    private static List<Guest> without(List<Guest> guests, long number) {
        return guests.stream().filter(guest -> guest.number() != number).toList();
    }
}
