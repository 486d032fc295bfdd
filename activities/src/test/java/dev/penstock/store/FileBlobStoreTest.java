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

final class FileBlobStoreTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatItWasGiven() {
        FileBlobStore store = new FileBlobStore(folder.resolve("new/store"));
        String digest = store.put(bytes("hello"));
        assertThat(digest).isEqualTo(Digests.of(bytes("hello")));
        assertThat(store.get(digest)).isEqualTo(bytes("hello"));
        assertThat(store.put(bytes("hello"))).isEqualTo(digest);
    }

    @Test
    void saysThatBytesAreMissingOrDamaged() throws IOException {
        FileBlobStore store = new FileBlobStore(folder);
        String digest = store.put(bytes("hello"));
        Files.writeString(file(), "hullo");
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> store.get(digest))
                .withMessageContaining("is damaged")
                .matches(BlobException::lasting);
        Files.delete(file());
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> store.get(digest))
                .withMessageContaining("is not in the store " + folder)
                .matches(BlobException::lasting);
    }

    @Test
    void putsBytesAgainOfWhichAPartIsLost() throws IOException {
        FileBlobStore store = new FileBlobStore(folder);
        String digest = store.put(bytes("hello"));
        Files.writeString(file(), "");
        assertThat(store.put(bytes("hello"))).isEqualTo(digest);
        assertThat(store.get(digest)).isEqualTo(bytes("hello"));
    }

    @Test
    void takesNothingForADigestThatIsNone() {
        FileBlobStore store = new FileBlobStore(folder);
        for (String name :
                List.of("", "sha256:../../etc/passwd", "sha256:" + "0".repeat(63), "md5:" + "0".repeat(64))) {
            assertThatExceptionOfType(BlobException.class)
                    .isThrownBy(() -> store.get(name))
                    .withMessageContaining("is no digest");
        }
    }

    @Test
    void saysThatItIsOutOfReach() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> new FileBlobStore(file).put(bytes("hello")))
                .matches(e -> !e.lasting());
    }

    @Test
    void takesTheSameBytesFromManyAtOnce() throws IOException {
        FileBlobStore store = new FileBlobStore(folder);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> all.execute(() -> store.put(bytes("same"))));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
