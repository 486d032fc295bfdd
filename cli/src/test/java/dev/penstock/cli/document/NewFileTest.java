package dev.penstock.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        NewFile.write(file, "a.txt", "one");
        NewFile.write(file, "a.txt", "two");
        assertThat(file).hasContent("two");
        assertThat(folder).isDirectoryContaining(file::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesAFolder() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewFile.write(folder, "here", "text"))
                .withMessageContaining("This is a folder");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewFile.write(folder.resolve("gone/a.txt"), "gone/a.txt", "text"))
                .withMessageContaining("There is no folder");
    }
}
