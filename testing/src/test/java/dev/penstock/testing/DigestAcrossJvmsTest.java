package dev.penstock.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testing.digest.Testimony;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pipeline has one digest, whatever JVM defines it; so have its spec and its problems one text. */
final class DigestAcrossJvmsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/penstock/testing/digest/testimony.txt");

    @TempDir
    private static Path folder;

    /** Unlike each other in language, digits, calendar, zone, encoding, hash codes, collector and salt. */
    private static final List<Jvm> JVMS = List.of(
            new Jvm("american", "-Duser.language=en -Duser.country=US -Duser.timezone=UTC -Dfile.encoding=UTF-8"),
            new Jvm(
                    "turkish",
                    "-Duser.language=tr -Duser.country=TR -Duser.timezone=Europe/Istanbul -Dfile.encoding=ISO-8859-9"
                            + " -Djdk.map.althashing.threshold=0 -XX:hashCode=0 -XX:+UseSerialGC"),
            new Jvm(
                    "egyptian",
                    "-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Kathmandu -Dfile.encoding=UTF-16"
                            + " -XX:hashCode=2 -XX:+UseParallelGC"),
            new Jvm(
                    "thai",
                    "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai"
                            + " -Duser.timezone=America/St_Johns -Dfile.encoding=US-ASCII"
                            + " -XX:hashCode=3 -XX:TieredStopAtLevel=1"));

    record Jvm(String name, String options) {

        Path testimony() {
            return folder.resolve(name + ".txt");
        }

        Path character() {
            return folder.resolve(name + ".character");
        }

        Path printed() {
            return folder.resolve(name + ".log");
        }

        private List<String> command() {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockExperimentalVMOptions"));
            command.addAll(List.of(options.split(" ", -1)));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Testimony.class.getName()));
            command.addAll(List.of(testimony().toString(), character().toString()));
            return command;
        }
    }

    static List<Jvm> jvms() {
        return JVMS;
    }

    @BeforeAll
    static void askEveryJvm() throws IOException, InterruptedException {
        for (Jvm jvm : JVMS) {
            Process process = new ProcessBuilder(jvm.command())
                    .redirectErrorStream(true)
                    .redirectOutput(jvm.printed().toFile())
                    .start();
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(ended && process.exitValue() == 0)
                    .as("the %s JVM ends well; it printed: %s", jvm.name(), Files.readString(jvm.printed(), ISO_8859_1))
                    .isTrue();
        }
        if ("rewrite".equals(System.getProperty("penstock.golden"))) {
            Files.copy(JVMS.getFirst().testimony(), GOLDEN, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void everyJvmSaysTheSame(Jvm jvm) {
        assertThat(jvm.testimony())
                .as("If that is meant, run the test once with -Dpenstock.golden=rewrite, and review the file.")
                .hasSameTextualContentAs(GOLDEN, UTF_8);
    }

    @Test
    void theJvmsDiffer() throws IOException {
        List<String> characters = new ArrayList<>();
        for (Jvm jvm : JVMS) {
            characters.add(Files.readString(jvm.character()));
        }
        assertThat(characters)
                .containsExactly(
                        "UTC UTF-8 1970 i",
                        "Europe/Istanbul ISO-8859-9 1970 ı",
                        "Asia/Kathmandu UTF-16 ١٩٧٠ i",
                        "America/St_Johns US-ASCII ๑๙๗๐ i");
    }
}
