package dev.penstock.process;

import dev.penstock.store.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an environment is made from: a file of requirements, and the files beside it that it names. */
final class Requirements {

    private static final Pattern SEPARATOR = Pattern.compile("[\\s=@]+");

    private final Path folder;
    private final List<String> parts = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    private Requirements(Path folder) {
        this.folder = folder;
    }

    /** Changes whenever an environment made from it could. */
    static String digest(Context context, Python python) throws IOException {
        Requirements requirements = new Requirements(context.folder());
        requirements.parts.add("1 %s %s %s".formatted(python.executable(), python.version(), python.build()));
        requirements.file(context.requirements());
        return SafeName.digest(String.join("\n", requirements.parts));
    }

    private void file(Path file) throws IOException {
        if (!seen.add(file.normalize())) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        parts.add("%s %s".formatted(folder.relativize(file), Digests.of(bytes)));
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            // Other files of requirements and constraints, and packages that lie beside.
            boolean lists = line.strip().startsWith("-");
            for (String word : SEPARATOR.split(line.strip(), -1)) {
                named(word.replaceFirst("^file:(//)?", ""), file, lists);
            }
        }
    }

    private void named(String word, Path by, boolean lists) throws IOException {
        Path path;
        try {
            path = by.resolveSibling(word).normalize();
        } catch (InvalidPathException e) {
            return;
        }
        if (word.isEmpty() || (path.equals(folder.normalize()) && !word.startsWith("."))) {
            return;
        }
        if (Files.isRegularFile(path) && lists) {
            file(path);
        } else if (Files.exists(path) && (lists || word.contains("/") || word.startsWith("."))) {
            tree(path);
        }
    }

    private void tree(Path root) throws IOException {
        if (!seen.add(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                parts.add("%s %s".formatted(root.relativize(file), Digests.of(Files.readAllBytes(file))));
            }
        }
    }
}
