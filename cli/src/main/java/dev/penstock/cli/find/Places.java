package dev.penstock.cli.find;

import dev.penstock.cli.document.TextFile;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for pipelines in jars and folders, and keeps their classes usable until it is closed. */
final class Places implements AutoCloseable {

    private final Path directory;
    private final List<URLClassLoader> loaders = new ArrayList<>();

    Places(Path directory) {
        this.directory = directory;
    }

    /** The pipelines of a jar, or of a folder of jars or of classes. */
    Listing search(String place) {
        Path path = directory.resolve(place);
        return Files.isDirectory(path) ? folder(path, place) : jar(path, place);
    }

    Listing jar(Path jar, String shown) {
        TextFile.requireFile(jar, shown);
        if (!Files.isReadable(jar)) {
            throw new InvalidInputException(
                    Code.UNREADABLE, shown, "The file may not be read by this user.", "Change its permissions.");
        }
        List<ClassHeader> headers = ClassFiles.inJar(jar, shown);
        List<Path> classPath = new ArrayList<>(List.of(jar));
        classPath.addAll(jars(jar.resolveSibling("lib")));
        return instances(headers, classPath, shown);
    }

    private Listing folder(Path folder, String shown) {
        Listing listing = Listing.nothing();
        for (Path jar : jars(folder)) {
            listing = listing.and(
                    jar(jar, Path.of(shown).resolve(jar.getFileName()).toString()));
        }
        List<ClassHeader> headers = ClassFiles.inFolder(folder, shown);
        return headers.isEmpty() ? listing : listing.and(instances(headers, List.of(folder), shown));
    }

    private Listing instances(List<ClassHeader> headers, List<Path> classPath, String shown) {
        URL[] urls = classPath.stream().map(Places::url).toArray(URL[]::new);
        URLClassLoader loader = new URLClassLoader(urls, Places.class.getClassLoader());
        loaders.add(loader);
        return Instances.of(new Candidates(headers, loader).names(), loader, shown, headers.size());
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException(
                    Code.UNREADABLE,
                    folder.toString(),
                    "The folder cannot be read: %s.".formatted(e.getMessage()),
                    "Check its permissions.");
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
