package dev.penstock.cli.document;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files so that nobody ever sees half of one. */
public final class NewFile {

    private NewFile() {}

    /** Replaces the file's text at once; an {@link InvalidInputException} that says why it cannot. */
    public static void write(Path file, String shown, String text) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw unwritable(shown, "This is a folder, not a file.", "Name a file in it.");
        }
        if (!Files.isDirectory(folder)) {
            throw unwritable(shown, "There is no folder %s.".formatted(folder), "Create it first.");
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text);
                return;
            }
            replace(file, folder.resolve(".%s.%s.tmp".formatted(file.getFileName(), System.nanoTime())), text);
        } catch (IOException e) {
            throw unwritable(
                    shown,
                    "The file cannot be written: %s.".formatted(e),
                    "Check the permissions of %s and the free space there.".formatted(folder));
        }
    }

    private static void replace(Path file, Path draft, String text) throws IOException {
        try {
            Files.writeString(draft, text, CREATE_NEW);
            Files.move(draft, file, ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static InvalidInputException unwritable(String shown, String message, String remedy) {
        return new InvalidInputException(Code.UNREADABLE, shown, message, remedy);
    }
}
