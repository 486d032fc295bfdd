package dev.penstock.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the files of a folder; a symbolic link counts as the file in the same folder that it points to, or not at all. */
final class FolderFiles extends SimpleFileVisitor<Path> {

    /** A file with its place in the folder. */
    record Found(String path, Path file) {}

    private final Path folder;
    private final Predicate<String> counts;
    private final List<Found> found = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private FolderFiles(Path folder, Predicate<String> counts) {
        this.folder = folder;
        this.counts = counts;
    }

    static List<Found> of(Path content) throws IOException {
        return of(content, path -> true);
    }

    /** Those whose paths count, as if the others were not there. */
    static List<Found> of(Path content, Predicate<String> counts) throws IOException {
        FolderFiles files = new FolderFiles(content.toRealPath(), counts);
        Files.walkFileTree(files.folder, files);
        if (!files.problems.isEmpty()) {
            throw Unacceptable.parts(content, files.problems);
        }
        return files.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!counts.test(path(file))) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isRegularFile()) {
            add(file, file);
        } else if (attributes.isSymbolicLink()) {
            followed(file);
        } else {
            problems.add(path(file) + " is neither a file nor a folder");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        problems.add("%s cannot be read (%s)".formatted(path(file), e.getClass().getSimpleName()));
        return FileVisitResult.CONTINUE;
    }

    private void followed(Path link) {
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException e) {
            problems.add(path(link) + " is a symbolic link to nothing");
            return;
        }
        if (!target.startsWith(folder)) {
            problems.add("%s is a symbolic link out of the folder, to %s".formatted(path(link), target));
        } else if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(path(link) + " is a symbolic link to a folder");
        } else {
            add(link, target);
        }
    }

    private void add(Path place, Path file) {
        String path = path(place);
        if (path.indexOf('\\') >= 0) {
            problems.add(path + " has a backslash in its name");
        }
        found.add(new Found(path, file));
    }

    private String path(Path file) {
        List<String> parts = new ArrayList<>();
        folder.relativize(file).forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
