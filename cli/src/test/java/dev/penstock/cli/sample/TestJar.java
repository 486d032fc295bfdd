package dev.penstock.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources and packs what came of them. */
public record TestJar(Map<String, String> sources, List<String> without, List<String> classPath, String manifestPath) {

    /** With the pipelines of the package {@code app} by simple name and source. */
    public static TestJar of(String... namesAndSources) {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < namesAndSources.length; i += 2) {
            sources.put(namesAndSources[i], namesAndSources[i + 1]);
        }
        return new TestJar(sources, List.of(), List.of(), "");
    }

    /** Leaves out this class, by simple name, after it was compiled. */
    public TestJar without(String name) {
        return new TestJar(
                sources, Stream.concat(without.stream(), Stream.of(name)).toList(), classPath, manifestPath);
    }

    /** Compiles against another jar too. */
    public TestJar against(Path jar) {
        List<String> more =
                Stream.concat(classPath.stream(), Stream.of(jar.toString())).toList();
        return new TestJar(sources, without, more, manifestPath);
    }

    /** Names other jars in the manifest. */
    public TestJar manifestClassPath(String path) {
        return new TestJar(sources, without, classPath, path);
    }

    public Path jar(Path file) {
        try {
            Path classes = classes(Files.createTempDirectory("classes"));
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(out, manifest());
                    Stream<Path> files = Files.walk(classes)) {
                for (Path path : files.filter(Files::isRegularFile).toList()) {
                    jar.putNextEntry(
                            new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                    jar.write(Files.readAllBytes(path));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class files in a folder. */
    public Path classes(Path folder) {
        try {
            Path sourceFolder = Files.createTempDirectory("sources");
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", path()));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = sourceFolder.resolve(source.getKey() + ".java");
                arguments.add(Files.writeString(file, source.getValue()).toString());
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            int code =
                    compiler.run(null, OutputStream.nullOutputStream(), System.err, arguments.toArray(String[]::new));
            assertThat(code).as("exit code of javac").isZero();
            for (String name : without) {
                Files.delete(folder.resolve("app").resolve(name + ".class"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path() {
        String pathSeparator = System.getProperty("path.separator");
        return String.join(
                pathSeparator,
                Stream.concat(classPath.stream(), Stream.of(System.getProperty("java.class.path")))
                        .toList());
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!manifestPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, manifestPath);
        }
        return manifest;
    }
}
