package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class OutputLogTest {

    @TempDir
    private Path temporary;

    @Test
    void keepsTheBeginningAndTheEnd() throws IOException {
        Path file = temporary.resolve("a/1.log");
        try (OutputLog log = OutputLog.open(file, 40)) {
            for (char c = 'a'; c <= 'z'; c++) {
                write(log, String.valueOf(c).repeat(3) + "\n", false);
            }
        }

        assertThat(Files.readString(file))
                .startsWith("aaa\nbbb\nccc\nddd\neee\n\n[penstock] ")
                .containsPattern("\\[penstock] \\d+ bytes are left out here.\n")
                .endsWith("yyy\nzzz\n");
        assertThat(file.resolveSibling("1.log.older")).doesNotExist();
    }

    @Test
    void isWholeWhereThereIsRoom() throws IOException {
        Path file = temporary.resolve("1.log");
        try (OutputLog log = OutputLog.open(file, 80)) {
            write(log, "x".repeat(50), false);
        }

        assertThat(file).hasContent("x".repeat(50));
    }

    @Test
    void remembersTheLastLinesAndTheLastError() throws IOException {
        try (OutputLog log = OutputLog.open(temporary.resolve("1.log"), 1000)) {
            write(log, "one\n\u001B[31mred\u001B[0m\n", true);
            write(log, " 10 %|#   |\r100 %|####|\n\n", false);

            assertThat(log.lastLines()).containsExactly("one", "red", "100 %|####|");
            assertThat(log.lastError()).contains("red");
        }
    }

    @Test
    void remembersOnlyTheEndOfALineWithoutEnd() throws IOException {
        try (OutputLog log = OutputLog.open(temporary.resolve("1.log"), 1000)) {
            write(log, "x".repeat(100_000) + "y", false);

            assertThat(log.lastLines())
                    .singleElement()
                    .asString()
                    .endsWith("xy")
                    .hasSize(16 << 10);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void goesOnWhereTheDiskIsFull() throws IOException {
        try (OutputLog log = OutputLog.open(Path.of("/dev/full"), 1000)) {
            write(log, "one\n", true);
            write(log, "two\n", true);

            assertThat(log.lastLines()).containsExactly("one", "two");
            assertThat(log.failure()).hasValueSatisfying(failure -> {
                Fault fault = DiskFault.of(failure, temporary);
                assertThat(fault.kind()).isEqualTo(FaultKind.PLATFORM);
                assertThat(fault.message()).isEqualTo("The disk is full: No space left on device.");
            });
        }
    }

    private static void write(OutputLog log, String text, boolean error) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        log.take(bytes, bytes.length, error);
    }
}
