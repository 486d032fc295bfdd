package dev.penstock.record;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.store.Mentions;
import dev.penstock.store.Roots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads everything below a folder of records, whether it is whole or not, for the contents that it refers to. */
public record RecordTexts(Path folder) {

    /** What the records refer to; an {@link InvalidInputException} where something is there that cannot be read. */
    public Roots roots() {
        Mentions mentions = new Mentions();
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Reading(mentions));
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    Code.UNREADABLE,
                    folder.toString(),
                    "What the records of runs refer to cannot be told: %s.".formatted(e),
                    "See to it that this user may read all that is in this folder.");
        }
        long runs = new RunRecords(folder).names().size();
        return new Roots("runs recorded in %s".formatted(folder), runs, mentions);
    }

    /** What disappears meanwhile is nobody's any more. */
    private static final class Reading extends SimpleFileVisitor<Path> {

        private final Mentions mentions;

        Reading(Mentions mentions) {
            this.mentions = mentions;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isOther()) {
                return FileVisitResult.CONTINUE;
            }
            try (InputStream text = Files.newInputStream(file)) {
                mentions.add(text);
            } catch (NoSuchFileException e) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
