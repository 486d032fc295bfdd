package dev.penstock.cli.find;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads the headers of all classes in a jar or folder. */
final class ClassFiles {

    private ClassFiles() {}

    /** The headers; an {@link InvalidInputException} when the file is no jar. */
    static List<ClassHeader> inJar(Path jar, String shown) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ClassHeader> headers = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        ClassHeader.read(in.readAllBytes()).ifPresent(headers::add);
                    }
                }
            }
            return headers;
        } catch (ZipException e) {
            throw unreadable(shown, "This is not a jar, or only a part of one: %s.".formatted(e.getMessage()));
        } catch (IOException e) {
            throw unreadable(shown, "The jar cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    /** The headers of the class files below a folder. */
    static List<ClassHeader> inFolder(Path folder, String shown) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<ClassHeader> headers = new ArrayList<>();
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".class")) {
                    ClassHeader.read(Files.readAllBytes(file)).ifPresent(headers::add);
                }
            }
            return headers;
        } catch (IOException e) {
            throw unreadable(shown, "The folder cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    private static InvalidInputException unreadable(String shown, String message) {
        return new InvalidInputException(Code.UNREADABLE, shown, message, "Build it anew, or give another path.");
    }
}
