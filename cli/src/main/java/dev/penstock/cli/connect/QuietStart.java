package dev.penstock.cli.connect;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Loads the class of protobuf at whose first use a JDK since 24 warns its user of Unsafe, while nobody listens: the JVM
 * says it once, and neither a manifest nor a user of {@code java -jar} can tell it that this is known.
 */
final class QuietStart {

    private static final String WARNED_OF = "com.google.protobuf.UnsafeUtil";
    private static final int FIRST_WITH_WARNING = 24;

    private QuietStart() {}

    static void ofProtobuf() {
        if (Runtime.version().feature() < FIRST_WITH_WARNING) {
            return;
        }
        PrintStream before = System.err;
        try (PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            System.setErr(nobody);
            Class.forName(WARNED_OF);
        } catch (ClassNotFoundException e) {
            // Then nothing is there to be warned of.
            return;
        } finally {
            System.setErr(before);
        }
    }
}
