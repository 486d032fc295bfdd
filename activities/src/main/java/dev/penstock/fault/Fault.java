package dev.penstock.fault;

import dev.penstock.flow.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Why one attempt of a step failed.
 *
 * @param cause the class of the exception, where there was one
 * @param remedy what to do about it, where that is known here
 * @param lasting whether trying again cannot help
 * @param neverRan whether it waited for a place to run until its time was up
 * @param evidence what people can look at to understand it
 */
public record Fault(
        FaultKind kind,
        String message,
        Optional<String> cause,
        Optional<String> remedy,
        boolean lasting,
        boolean neverRan,
        List<Evidence> evidence) {

    static final int LONGEST = 2_000;

    public Fault {
        message = shortened(message);
        remedy = remedy.map(Fault::shortened);
        evidence = List.copyOf(evidence);
    }

    public Fault(
            FaultKind kind,
            String message,
            Optional<String> cause,
            Optional<String> remedy,
            boolean lasting,
            boolean neverRan) {
        this(kind, message, cause, remedy, lasting, neverRan, List.of());
    }

    public static Fault of(FaultKind kind, String message) {
        return new Fault(kind, message, Optional.empty(), Optional.empty(), false, false);
    }

    /** A fault that stays until somebody does something. */
    public static Fault lasting(FaultKind kind, String message, String remedy) {
        return new Fault(kind, message, Optional.empty(), Optional.of(remedy), true, false);
    }

    /** No place to run was found in time. */
    public static Fault neverRan(String message) {
        return new Fault(FaultKind.TIMEOUT, message, Optional.empty(), Optional.empty(), false, true);
    }

    public Fault because(Throwable cause) {
        return new Fault(kind, message, Optional.of(cause.getClass().getName()), remedy, lasting, neverRan, evidence);
    }

    /** The same, after all that could help was tried. */
    public Fault stayed() {
        return new Fault(kind, message, cause, remedy, true, neverRan, evidence);
    }

    /** The same, seen as the fault of somebody else. */
    public Fault as(FaultKind other) {
        return new Fault(other, message, cause, remedy, lasting, neverRan, evidence);
    }

    /** With reports that show why. */
    public Fault showing(List<Evidence> reports) {
        return new Fault(kind, message, cause, remedy, lasting, neverRan, reports);
    }

    private static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** Of a length that fits into messages, and without halves of characters, which fit into no JSON. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return whole(text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return whole(text.substring(0, end)) + " …";
    }

    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
