package dev.penstock.testing.run;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.util.Optional;
import java.util.stream.IntStream;

/** Attempts of a step that fail, and how: {@code Faults.twice()}, {@code preempted(3)}, {@code timesOut(1).on(2)}. */
public final class Faults {

    private final Fault fault;
    private final int times;
    private final int[] attempts;
    private final Optional<String> path;

    private Faults(Fault fault, int times, int[] attempts, Optional<String> path) {
        this.fault = fault;
        this.times = times;
        this.attempts = attempts;
        this.path = path;
    }

    /** The step's own code fails in the first attempt. */
    public static Faults once() {
        return times(1);
    }

    /** The step's own code fails in the first two attempts. */
    public static Faults twice() {
        return times(2);
    }

    public static Faults times(int count) {
        return times(count, FaultKind.USER);
    }

    public static Faults always() {
        return times(Integer.MAX_VALUE);
    }

    public static Faults times(int count, FaultKind kind) {
        return of(Fault.of(kind, "The test lets it fail."), count);
    }

    /** The node is taken away. */
    public static Faults preempted(int count) {
        return of(Fault.of(FaultKind.PREEMPTION, "The test takes its node away."), count);
    }

    public static Faults outOfMemory(int count) {
        return of(Fault.of(FaultKind.OUT_OF_MEMORY, "The test leaves it too little memory."), count);
    }

    /** It runs longer than it may; the clock of the run does not move by it. */
    public static Faults timesOut(int count) {
        return of(Fault.of(FaultKind.TIMEOUT, "The test says that it took too long."), count);
    }

    /** No pool ever has room. */
    public static Faults neverSchedules() {
        return of(Fault.neverRan("The test has no room for it."), Integer.MAX_VALUE);
    }

    /** The step refuses its data. */
    public static Faults rejected(String why) {
        return of(Fault.of(FaultKind.REJECTED, why), Integer.MAX_VALUE);
    }

    private static Faults of(Fault fault, int times) {
        return new Faults(fault, times, new int[0], Optional.empty());
    }

    /** In these attempts, counted from 1, instead of the first ones. */
    public Faults on(int... numbers) {
        return new Faults(fault, 0, numbers.clone(), path);
    }

    /** With this message. */
    public Faults saying(String message) {
        Fault said = new Fault(
                fault.kind(),
                message,
                fault.cause(),
                fault.remedy(),
                fault.lasting(),
                fault.neverRan(),
                fault.evidence());
        return new Faults(said, times, attempts, path);
    }

    /** Only at this place of the run, such as {@code map-depths[1]/train}. */
    public Faults at(String place) {
        return new Faults(fault, times, attempts, Optional.of(place));
    }

    Fault fault() {
        return fault;
    }

    /** How many attempts fail by it, one after the other; 0 where they are numbered. */
    int times() {
        return times;
    }

    Optional<String> path() {
        return path;
    }

    boolean isAt(String place) {
        return path.isEmpty() || path.get().equals(place);
    }

    boolean isOn(int attempt) {
        return IntStream.of(attempts).anyMatch(number -> number == attempt);
    }
}
