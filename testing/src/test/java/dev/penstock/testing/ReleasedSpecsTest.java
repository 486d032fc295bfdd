package dev.penstock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.check.Validation;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Specs that were written by released versions stay readable, and keep their digests. */
class ReleasedSpecsTest {

    private static final Path RELEASED = Path.of("src/test/resources/dev/penstock/testing/released");

    @Test
    void areReadWithTheDigestThatTheyHad() throws IOException {
        for (int schema = 1; schema <= Spec.SCHEMA; schema++) {
            Path folder = RELEASED.resolve("schema-" + schema);
            List<String> digests = Files.readAllLines(folder.resolve("digests.txt"));
            assertThat(digests).as("specs of schema %s", schema).isNotEmpty();
            for (String line : digests) {
                int space = line.indexOf(' ');
                String file = line.substring(0, space);
                Spec spec = Spec.parse(Files.readString(folder.resolve(file)), file);
                assertThat(spec.digest()).as(file).isEqualTo(line.substring(space + 1));
                assertThat(Validation.of(spec)).as(file).isEmpty();
            }
        }
    }
}
