package dev.penstock.cli.connect;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commit that code comes from: the one that whoever built it names, else that of the checkout in which the code lies.
 * Changes that are not committed do not show.
 */
public final class SourceCommit {

    /** Names the commit, where the code lies in no checkout any more. */
    public static final String VARIABLE = "PENSTOCK_COMMIT";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String REFERENCE = "ref: ";
    private static final String LINK = "gitdir: ";

    private SourceCommit() {}

    public static Optional<String> of(Class<?> code, Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        return named.isEmpty() ? place(code).flatMap(SourceCommit::around) : Optional.of(named);
    }

    private static Optional<Path> place(Class<?> code) {
        CodeSource source = code.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // It was loaded from something that is no file.
            return Optional.empty();
        }
    }

    /** The commit that is checked out where this file or folder lies. */
    static Optional<String> around(Path place) {
        for (Path folder = place.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path git = folder.resolve(".git");
            if (Files.exists(git)) {
                return head(git);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> head(Path git) {
        try {
            Path own = Files.isDirectory(git) ? git : linked(git);
            Path shared = Files.exists(own.resolve("commondir"))
                    ? own.resolve(text(own.resolve("commondir"))).normalize()
                    : own;
            String head = text(own.resolve("HEAD"));
            String hash = head.startsWith(REFERENCE) ? branch(shared, head.substring(REFERENCE.length())) : head;
            return Optional.of(hash).filter(found -> HASH.matcher(found).matches());
        } catch (IOException | InvalidPathException e) {
            // A checkout that cannot be read tells no commit.
            return Optional.empty();
        }
    }

    /** In a worktree, a file leads to the folder. */
    private static Path linked(Path file) throws IOException {
        String text = text(file);
        if (!text.startsWith(LINK)) {
            throw new IOException(file + " leads nowhere");
        }
        return file.resolveSibling(text.substring(LINK.length())).normalize();
    }

    private static String branch(Path shared, String name) throws IOException {
        Path loose = shared.resolve(name);
        if (Files.exists(loose)) {
            return text(loose);
        }
        Path packed = shared.resolve("packed-refs");
        return Files.exists(packed)
                ? Files.readString(packed)
                        .lines()
                        .filter(line -> line.endsWith(" " + name))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
