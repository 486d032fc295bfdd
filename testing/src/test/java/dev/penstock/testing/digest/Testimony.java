package dev.penstock.testing.digest;

import dev.penstock.problem.InvalidInputException;
import dev.penstock.spec.Spec;
import dev.penstock.spec.Words;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;

/** What a JVM says about two pipelines: digest and spec of the rich one, problems of the wrong one; and a time. */
public final class Testimony {

    private Testimony() {}

    /** Writes it to the first file, since prints depend on the encoding, and to the second what JVM this is. */
    public static void main(String[] files) throws IOException {
        Spec spec = Spec.of(new RichPipeline());
        String text = spec.digest() + "\n" + spec.toJsonWithoutSites() + problems() + "\n" + pause() + "\n";
        Files.writeString(Path.of(files[0]), text, StandardCharsets.UTF_8);
        Files.writeString(Path.of(files[1]), character(), StandardCharsets.UTF_8);
    }

    private static String problems() {
        try {
            return Spec.of(new WrongPipeline()).digest();
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
    }

    private static String pause() {
        return Words.of(Duration.ofMillis(93_784_050));
    }

    /** Its zone, encoding, digits and lower-case letters. */
    private static String character() {
        return "%s %s %tY %s"
                .formatted(
                        TimeZone.getDefault().getID(),
                        Charset.defaultCharset(),
                        LocalDate.EPOCH,
                        "I".toLowerCase(Locale.getDefault()));
    }
}
