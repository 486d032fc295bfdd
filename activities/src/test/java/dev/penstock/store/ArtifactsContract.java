package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.fault.FaultException;
import dev.penstock.store.ArtifactStore.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store of artifacts does, on every store of objects. */
@Timeout(120)
abstract class ArtifactsContract {

    @TempDir
    Path folder;

    private ObjectStore objects;
    private Artifacts artifacts;

    abstract ObjectStore open();

    abstract Path object(String name);

    @BeforeEach
    void openStore() {
        objects = open();
        artifacts = new Artifacts(objects);
    }

    @AfterEach
    void closeStore() {
        objects.close();
    }

    @Test
    void givesBackAFile() throws IOException {
        Path file = write("model.bin", "weights");
        Kept kept = artifacts.keep(file);
        assertThat(kept.digest()).isEqualTo(Digests.of("weights".getBytes(StandardCharsets.UTF_8)));
        assertThat(kept.bytes()).isEqualTo(7);
        assertThat(kept.files()).isEqualTo(1);
        Path copy = folder.resolve("deep/er/copy.bin");
        artifacts.bring(kept.uri(), kept.digest(), copy);
        assertThat(copy).hasContent("weights");
        assertThat(artifacts.keep(copy)).isEqualTo(kept);
    }

    @Test
    void givesBackAFolder() throws IOException {
        write("data/a.csv", "1");
        write("data/deep/er/b c.csv", "22");
        write("data/ü.csv", "");
        assertThat(write("data/run.sh", "#!/bin/sh").toFile().setExecutable(true))
                .isTrue();
        Kept kept = artifacts.keep(folder.resolve("data"));
        assertThat(kept.bytes()).isEqualTo(12);
        assertThat(kept.files()).isEqualTo(4);
        artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy"));
        assertThat(tree(folder.resolve("copy"))).isEqualTo(tree(folder.resolve("data")));
        assertThat(folder.resolve("copy/run.sh")).isExecutable();
        assertThat(Files.isExecutable(folder.resolve("copy/a.csv"))).isFalse();
        assertThat(artifacts.keep(folder.resolve("copy"))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesBackAnyFolder(long seed) throws IOException {
        Random dice = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String name = "data/%d/%d/f%d".formatted(dice.nextInt(3), dice.nextInt(3), i);
            byte[] bytes = new byte[dice.nextInt(20) == 0 ? 600_000 : dice.nextInt(40)];
            dice.nextBytes(bytes);
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), bytes);
        }
        Kept kept = artifacts.keep(folder.resolve("data"));
        artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy"));
        assertThat(tree(folder.resolve("copy"))).isEqualTo(tree(folder.resolve("data")));
    }

    @Test
    void keepsAnEmptyFolder() throws IOException {
        Kept kept = artifacts.keep(Files.createDirectory(folder.resolve("nothing")));
        artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy"));
        assertThat(folder.resolve("copy")).isEmptyDirectory();
    }

    @Test
    void copiesNothingThatIsThere() throws IOException {
        write("data/a.csv", "1");
        write("data/b.csv", "1");
        artifacts.keep(folder.resolve("data"));
        List<Entry> before = objects.list("");
        assertThat(before).hasSize(2);
        artifacts.keep(folder.resolve("data"));
        artifacts.keep(folder.resolve("data/a.csv"));
        assertThat(objects.list("")).isEqualTo(before);
    }

    @Test
    void makesYoungWhatIsKeptAgain() throws IOException {
        write("data/a.csv", "1");
        write("data/big.bin", "2".repeat(17 * 1024 * 1024));
        Kept kept = artifacts.keep(folder.resolve("data"));
        new ObjectBlobStore(objects).put("\"value\"".getBytes(StandardCharsets.UTF_8));
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        for (Entry entry : objects.list("")) {
            Files.setLastModifiedTime(object(entry.name()), FileTime.from(yesterday));
        }
        assertThat(objects.list(""))
                .hasSize(4)
                .allMatch(entry -> !entry.changed().isAfter(yesterday));
        assertThat(artifacts.keep(folder.resolve("data"))).isEqualTo(kept);
        new ObjectBlobStore(objects).put("\"value\"".getBytes(StandardCharsets.UTF_8));
        assertThat(objects.list(""))
                .hasSize(4)
                .allMatch(entry -> entry.changed().isAfter(yesterday));
        artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy"));
    }

    @Test
    void sharesFilesWithValues() throws IOException {
        Kept kept = artifacts.keep(write("value.json", "\"text\""));
        assertThat(new ObjectBlobStore(objects).get(kept.digest()))
                .isEqualTo("\"text\"".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesALinkInsideAFolderForItsFile() throws IOException {
        write("data/a.csv", "1");
        Files.createSymbolicLink(folder.resolve("data/b.csv"), Path.of("a.csv"));
        Kept kept = artifacts.keep(folder.resolve("data"));
        artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy"));
        assertThat(folder.resolve("copy/b.csv")).isRegularFile().hasContent("1");
        assertThat(Files.isSymbolicLink(folder.resolve("copy/b.csv"))).isFalse();
    }

    @Test
    void namesAllThatCannotBeKept() throws IOException {
        write("secret", "password");
        write("data/deep/a.csv", "1");
        Files.createSymbolicLink(folder.resolve("data/out"), folder.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("data/broken"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("data/circle"), Path.of("."));
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> artifacts.keep(folder.resolve("data")))
                .withMessageContaining("out is a symbolic link out of the folder, to "
                        + folder.toRealPath().resolve("secret"))
                .withMessageContaining("broken is a symbolic link to nothing")
                .withMessageContaining("circle is a symbolic link to a folder")
                .matches(e -> e.fault().lasting());
        assertThat(objects.list("")).isEmpty();
    }

    @Test
    void keepsNoLinkAndNothingThatIsNotThere() throws IOException {
        write("secret", "password");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("secret"));
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> artifacts.keep(link))
                .withMessageContaining("it is a symbolic link");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> artifacts.keep(folder.resolve("nothing")))
                .withMessageContaining("nothing is not there");
    }

    @Test
    void bringsNothingDamagedAndTakesItAgain() throws IOException {
        write("data/a.csv", "1");
        write("data/b.csv", "22");
        Kept kept = artifacts.keep(folder.resolve("data"));
        Path damaged = object(Digests.name("sha256", Digests.of(new byte[] {'2', '2'})));
        Files.writeString(damaged, "23");
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy")))
                .withMessageContaining("is damaged");
        assertThat(folder.toFile().list()).doesNotContain("copy").noneMatch(name -> name.startsWith(".copy"));
        assertThat(artifacts.keep(folder.resolve("data"))).isEqualTo(kept);
        artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy"));
        assertThat(tree(folder.resolve("copy"))).isEqualTo(tree(folder.resolve("data")));
    }

    @Test
    void bringsNoFolderWhoseListIsDamaged() throws IOException {
        write("data/a.csv", "1");
        Kept kept = artifacts.keep(folder.resolve("data"));
        Files.writeString(object(Digests.name("folders", kept.digest())), "[]");
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy")))
                .withMessageContaining("is damaged");
        assertThat(artifacts.keep(folder.resolve("data"))).isEqualTo(kept);
        artifacts.bring(kept.uri(), kept.digest(), folder.resolve("copy"));
    }

    @Test
    void knowsWhetherAllIsThere() throws IOException {
        write("data/a.csv", "1");
        write("data/b.csv", "22");
        Kept kept = artifacts.keep(folder.resolve("data"));
        Kept file = artifacts.keep(folder.resolve("data/b.csv"));
        assertThat(artifacts.has(kept.uri(), kept.digest())).isTrue();
        assertThat(artifacts.has(file.uri(), file.digest())).isTrue();
        assertThat(artifacts.has(URI.create("file:///x"), kept.digest())).isFalse();
        Files.writeString(object(Digests.name("sha256", file.digest())), "2");
        assertThat(artifacts.has(kept.uri(), kept.digest())).isFalse();
        objects.delete(Digests.name("sha256", file.digest()));
        assertThat(artifacts.has(kept.uri(), kept.digest())).isFalse();
        assertThat(artifacts.has(file.uri(), file.digest())).isFalse();
        objects.delete(Digests.name("folders", kept.digest()));
        assertThat(artifacts.has(kept.uri(), kept.digest())).isFalse();
    }

    @Test
    void overwritesNothing() throws IOException {
        Kept kept = artifacts.keep(write("a.csv", "1"));
        Path other = write("other.csv", "2");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> artifacts.bring(kept.uri(), kept.digest(), other))
                .withMessageContaining("FileAlreadyExists");
        assertThat(other).hasContent("2");
    }

    @Test
    void trustsNoUriThatNamesSomethingElse() throws IOException {
        Kept kept = artifacts.keep(write("a.csv", "1"));
        for (URI uri : List.of(
                URI.create("file:///etc/passwd"),
                URI.create("mailto:someone"),
                kept.uri().resolve("../00/00"))) {
            assertThatExceptionOfType(BlobException.class)
                    .isThrownBy(() -> artifacts.bring(uri, kept.digest(), folder.resolve("copy")))
                    .withMessageContaining("does not name the artifact");
        }
    }

    static Stream<String> hostileLists() {
        String file = "\"digest\":\"sha256:%s\",\"bytes\":1".formatted("0".repeat(64));
        return Stream.of(
                        "{'path':'../x',FILE}",
                        "{'path':'/etc/x',FILE}",
                        "{'path':'a/../../x',FILE}",
                        "{'path':'a/./x',FILE}",
                        "{'path':'a//x',FILE}",
                        "{'path':'a/',FILE}",
                        "{'path':'',FILE}",
                        "{'path':'a\\\\x',FILE}",
                        "{'path':'a\\u0000x',FILE}",
                        "{FILE}",
                        "{'path':'a',FILE},{'path':'a',FILE}",
                        "{'path':'a','digest':'sha256:../../x','bytes':1}",
                        "{'path':'a','digest':'sha256:ZERO'}",
                        "1")
                .map(text -> "[" + text.replace('\'', '"').replace("FILE", file).replace("ZERO", "0".repeat(64)) + "]");
    }

    @ParameterizedTest
    @MethodSource("hostileLists")
    void writesNothingOutsideOfTheFolder(String list) {
        byte[] json = list.getBytes(StandardCharsets.UTF_8);
        String digest = Digests.of(json);
        String name = Digests.name("folders", digest);
        objects.write(name, json);
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> artifacts.bring(objects.uri(name), digest, folder.resolve("copy")))
                .withMessageContaining("is no list of files")
                .matches(BlobException::lasting);
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(
                        root.relativize(file).toString(),
                        Fingerprint.of(file) + (Files.isExecutable(file) ? " executable" : ""));
            }
        }
        return tree;
    }
}
