package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts as they should be, in files beside the tests' classes. */
final class Golden {

    private Golden() {}

    static void check(String file, String text) {
        assertThat(text).as("the golden file " + file).isEqualTo(read(file));
    }

    private static String read(String file) {
        try (InputStream in = Golden.class.getResourceAsStream(file)) {
            assertThat(in).as("the golden file " + file + " is there").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
