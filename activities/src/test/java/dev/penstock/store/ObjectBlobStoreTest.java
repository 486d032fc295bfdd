package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObjectBlobStoreTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatItWasGiven() {
        String digest = store().put(bytes("hello"));
        assertThat(digest).isEqualTo(Digests.of(bytes("hello")));
        assertThat(store().get(digest)).isEqualTo(bytes("hello"));
        assertThat(store().put(bytes("hello"))).isEqualTo(digest);
    }

    @Test
    void findsWhatEarlierReleasesKept() throws IOException {
        String digest = Digests.of(bytes("hello"));
        Path file = folder.resolve("sha256").resolve(digest.substring(7, 9)).resolve(digest.substring(9));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hello");
        assertThat(store().get(digest)).isEqualTo(bytes("hello"));
    }

    @Test
    void saysThatBytesAreMissingOrDamagedAndTakesThemAgain() throws IOException {
        String digest = store().put(bytes("hello"));
        Files.writeString(file(), "hullo");
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> store().get(digest))
                .withMessageContaining("is damaged")
                .matches(BlobException::lasting);
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> store().get(digest))
                .withMessageContaining("is not in the store " + folder)
                .matches(BlobException::lasting);
        store().put(bytes("hello"));
        assertThat(store().get(digest)).isEqualTo(bytes("hello"));
    }

    @Test
    void writesAgainWhatIsThereOnlyInPart() throws IOException {
        String digest = store().put(bytes("hello"));
        Files.writeString(file(), "hel");
        store().put(bytes("hello"));
        assertThat(store().get(digest)).isEqualTo(bytes("hello"));
    }

    @Test
    void takesNothingForADigestThatIsNone() {
        for (String name :
                List.of("", "sha256:../../etc/passwd", "sha256:" + "0".repeat(63), "md5:" + "0".repeat(64))) {
            assertThatExceptionOfType(BlobException.class)
                    .isThrownBy(() -> store().get(name))
                    .withMessageContaining("is no digest");
        }
    }

    @Test
    void takesTheSameBytesFromManyAtOnce() throws IOException {
        BlobStore store = store();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> all.execute(() -> store.put(bytes("same"))));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private BlobStore store() {
        return new ObjectBlobStore(new FileObjectStore(folder));
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("sha256"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
