package dev.penstock.contract;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files of a step's artifacts, which must not lead out of its folder. */
final class OutputFiles {

    private static final int MOST_PROBLEMS = 5;

    private final Path out;
    private final Problems problems;

    /** The folder is a real path, without links. */
    OutputFiles(Path out, Problems problems) {
        this.out = out;
        this.problems = problems;
    }

    /** The file or folder of this path, which is meant relative to the folder. */
    Optional<Path> find(String text, String where) throws IOException {
        Path path;
        try {
            path = out.resolve(text).normalize();
        } catch (InvalidPathException e) {
            return refuse(where, "\"%s\" is no path.".formatted(text), "Name a file or folder in PENSTOCK_OUT.");
        }
        if (!path.startsWith(out) || path.equals(out)) {
            return refuse(
                    where,
                    "\"%s\" is outside of PENSTOCK_OUT.".formatted(text),
                    "Copy it into PENSTOCK_OUT, and name it relative to that.");
        }
        Path real;
        try {
            real = path.toRealPath();
        } catch (NoSuchFileException e) {
            return refuse(
                    where,
                    Files.isSymbolicLink(path)
                            ? "\"%s\" is a link to a place where nothing is.".formatted(text)
                            : "\"%s\" is not there.".formatted(text),
                    "Write it to PENSTOCK_OUT before the step ends.");
        }
        if (!real.startsWith(out) || real.equals(out)) {
            return refuse(
                    where,
                    "\"%s\" is a link out of PENSTOCK_OUT, to %s.".formatted(text, real),
                    "Copy what it leads to.");
        }
        List<Path> links = new ArrayList<>();
        int before = problems.list().size();
        Files.walkFileTree(real, new Inspection(where, before, links));
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        for (Path link : links) {
            materialise(link);
        }
        return Optional.of(real);
    }

    private Optional<Path> refuse(String where, String message, String remedy) {
        problems.add(Code.REFUSED_VALUE, where, message, remedy);
        return Optional.empty();
    }

    /** What is kept is the file, since a link would lead nowhere from the store. */
    private static void materialise(Path link) throws IOException {
        Path target = link.toRealPath();
        Files.delete(link);
        Files.copy(target, link);
    }

    private final class Inspection extends SimpleFileVisitor<Path> {

        private final String where;
        private final int before;
        private final List<Path> links;

        Inspection(String where, int before, List<Path> links) {
            this.where = where;
            this.before = before;
            this.links = links;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                link(file);
            } else if (!attributes.isRegularFile()) {
                refuse(
                        where,
                        "\"%s\" is a pipe, socket or device.".formatted(out.relativize(file)),
                        "Keep only files and folders in an artifact.");
            } else if (!Files.isReadable(file)) {
                unreadable(file);
            }
            boolean enough = problems.list().size() >= before + MOST_PROBLEMS;
            return enough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable(file);
            return FileVisitResult.CONTINUE;
        }

        private void link(Path link) throws IOException {
            Path shown = out.relativize(link);
            Path target = Files.readSymbolicLink(link);
            if (!Files.exists(link)) {
                refuse(where, "\"%s\" is a link to %s, where nothing is.".formatted(shown, target), "Delete it.");
            } else if (!link.toRealPath().startsWith(out)) {
                refuse(
                        where,
                        "\"%s\" is a link out of PENSTOCK_OUT, to %s.".formatted(shown, target),
                        "Copy what it leads to.");
            } else if (!Files.isRegularFile(link.toRealPath(), LinkOption.NOFOLLOW_LINKS)) {
                refuse(
                        where,
                        "\"%s\" is a link to %s, which is no file.".formatted(shown, target),
                        "Copy what it leads to.");
            } else {
                links.add(link);
            }
        }

        private void unreadable(Path file) {
            refuse(
                    where,
                    "\"%s\" cannot be read.".formatted(out.relativize(file)),
                    "Leave files readable to their owner.");
        }
    }
}
