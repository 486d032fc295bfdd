package dev.penstock.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads why a step rejected its inputs. */
public final class Reason {

    private static final int MOST_BYTES = 2_000;

    private Reason() {}

    /** What the step wrote into {@code reason.txt}. */
    public static Optional<String> in(Path out) {
        Path file = out.resolve(Exchange.REASON);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
            return Optional.of(text).filter(said -> !said.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
