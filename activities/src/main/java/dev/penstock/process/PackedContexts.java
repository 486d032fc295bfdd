package dev.penstock.process;

import dev.penstock.files.Trees;
import dev.penstock.store.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds build contexts on a class path; what is inside of a jar is unpacked once, under the digest of its bytes. */
final class PackedContexts {

    private final ClassLoader loader;
    private final Path cache;
    private final Map<String, Path> unpacked = new ConcurrentHashMap<>();

    PackedContexts(ClassLoader loader, Path cache) {
        this.loader = loader;
        this.cache = cache;
    }

    /** The folder with the resources below this name, which ends with a slash. */
    Optional<Path> find(String name) throws IOException {
        Path known = unpacked.get(name);
        if (known != null && Files.isDirectory(known)) {
            return Optional.of(known);
        }
        // Some jars have no entries for folders.
        for (String sign : new String[] {"", "Dockerfile", "requirements.txt"}) {
            URL url = loader.getResource(name + sign);
            if (url != null && url.getProtocol().equals("file")) {
                Path path = Path.of(URI.create(url.toString()));
                return Optional.of(sign.isEmpty() ? path : path.resolveSibling(""));
            }
            if (url != null && url.openConnection() instanceof JarURLConnection jar) {
                Path folder = unpack(jar, name);
                unpacked.put(name, folder);
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private Path unpack(JarURLConnection connection, String name) throws IOException {
        connection.setUseCaches(false);
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = connection.getJarFile();
                Stream<JarEntry> entries = jar.stream()) {
            entries.filter(entry -> entry.getName().startsWith(name) && !entry.isDirectory())
                    .forEach(entry -> files.put(entry.getName().substring(name.length()), bytes(jar, entry)));
        }
        String digest = digest(files);
        Path target = cache.resolve(digest.substring(digest.indexOf(':') + 1));
        if (!Files.isDirectory(target)) {
            write(files, target);
        }
        return target;
    }

    private void write(SortedMap<String, byte[]> files, Path target) throws IOException {
        Files.createDirectories(cache);
        Path partial = Files.createTempDirectory(cache, ".partial-");
        try {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                Path file = partial.resolve(entry.getKey()).normalize();
                if (!file.startsWith(partial)) {
                    throw new IOException("the jar has an entry outside of its folder: " + entry.getKey());
                }
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
                if (isScript(entry.getValue()) && !file.toFile().setExecutable(true)) {
                    throw new IOException("cannot be made executable: " + file);
                }
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster, with the same bytes.
            return;
        } finally {
            Trees.delete(partial);
        }
    }

    /** Jars do not keep which files can be executed. */
    private static boolean isScript(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == '#' && bytes[1] == '!';
    }

    private static String digest(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        files.forEach((name, bytes) ->
                list.writeBytes("%s %s%n".formatted(Digests.of(bytes), name).getBytes(StandardCharsets.UTF_8)));
        return Digests.of(list.toByteArray());
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
