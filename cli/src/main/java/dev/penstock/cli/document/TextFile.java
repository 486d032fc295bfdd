package dev.penstock.cli.document;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and writes whole files of text; {@code shown} is the path as the user wrote it. */
public final class TextFile {

    static final int MOST_BYTES = 16 * 1024 * 1024;

    private TextFile() {}

    /** The text; an {@link InvalidInputException} that says why there is none. */
    public static String read(Path file, String shown) {
        requireFile(file, shown);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(
                        shown,
                        "The file is larger than %s MiB.".formatted(MOST_BYTES >> 20),
                        "Check that it is the file you mean.");
            }
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(shown, "The file is not UTF-8 text.", "Save it as UTF-8.");
        } catch (AccessDeniedException e) {
            throw unreadable(shown, "The file may not be read by this user.", "Change its permissions.");
        } catch (IOException e) {
            throw unreadable(shown, "The file cannot be read: %s.".formatted(e.getMessage()), "Try again.");
        }
    }

    /** Goes on when the file is there, and says what is there instead when not. */
    public static void requireFile(Path file, String shown) {
        if (Files.isDirectory(file)) {
            throw unreadable(shown, "This is a folder, not a file.", "Name a file in it.");
        }
        if (!Files.exists(file)) {
            throw unreadable(
                    shown,
                    "There is no such file.",
                    neighbour(file)
                            .map("Did you mean \"%s\", beside it?"::formatted)
                            .orElse("It was looked for as %s.".formatted(file)));
        }
    }

    private static Optional<String> neighbour(Path file) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder) || file.getFileName() == null) {
            return Optional.empty();
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names =
                    siblings.map(path -> path.getFileName().toString()).sorted().toList();
            return Nearest.to(file.getFileName().toString(), names);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static InvalidInputException unreadable(String shown, String message, String remedy) {
        return new InvalidInputException(Code.UNREADABLE, shown, message, remedy);
    }
}
