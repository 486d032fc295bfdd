package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GarbageTest {

    private final Instant now = Instant.now();
    private final Instant later = now.plus(Duration.ofHours(1));
    private final Instant aWeekAgo = now.minus(Duration.ofDays(7));

    @TempDir
    private Path folder;

    private FileObjectStore objects;
    private Artifacts artifacts;
    private Garbage garbage;

    @BeforeEach
    void openStore() {
        objects = new FileObjectStore(folder.resolve("store"));
        artifacts = new Artifacts(objects);
        garbage = new Garbage(objects);
    }

    @Test
    void isWhatNothingRefersTo() throws IOException {
        String inRecord = keep("a");
        String inCache = keep("b");
        String inNothing = keep("c");
        objects.create("cache/x", bytes("{\"value\":\"%s\"}".formatted(inCache)));
        Garbage.Found found = garbage.find(List.of(garbage.cached(), roots("a record with " + inRecord)), later);
        assertThat(found.contents().garbage())
                .extracting(Entry::name)
                .containsExactly(Digests.name("sha256", inNothing));
        assertThat(found.kinds())
                .containsExactly(
                        new Garbage.Referred("entries of the cache", 1, 1), new Garbage.Referred("records", 1, 1));
        assertThat(garbage.remove(found)).isEqualTo(new Garbage.Removed(1, 1));
        assertThat(objects.list("sha256/")).hasSize(2);
    }

    @Test
    void isNothingInsideOfWhatIsReferredTo() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/a"), "1");
        Files.writeString(folder.resolve("data/b"), "2");
        ArtifactStore.Kept kept = artifacts.keep(folder.resolve("data"));
        String value = new ObjectBlobStore(objects).put(bytes("{\"digest\":\"%s\"}".formatted(kept.digest())));
        assertThat(found(roots(value), later).garbage()).isEmpty();
        assertThat(found(roots("nothing"), later).garbage())
                .hasSize(4)
                .extracting(Entry::name)
                .first()
                .asString()
                .startsWith("folders/");
    }

    @Test
    void isFoundWithoutAnyContentInMemoryAsAWhole() {
        String inside = new ObjectBlobStore(objects).put(bytes("inside"));
        String value = new ObjectBlobStore(objects).put(bytes("x".repeat(200_000) + inside));
        ObjectStore watched = (ObjectStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isNotEqualTo("read");
                    return method.invoke(objects, arguments);
                });
        assertThat(new Garbage(watched)
                        .find(List.of(roots(value)), later)
                        .contents()
                        .garbage())
                .isEmpty();
    }

    @Test
    void isNothingThatIsYoung() throws IOException {
        keep("a");
        assertThat(found(roots(""), aWeekAgo).garbage()).isEmpty();
        assertThat(found(roots(""), aWeekAgo).young()).hasSize(1);
    }

    @Test
    void isNothingThatWasKeptAgainMeanwhile() throws IOException {
        String value = new ObjectBlobStore(objects).put(bytes("value"));
        String file = keep("file");
        String other = keep("other");
        List.of(value, file, other).forEach(this::age);
        Garbage.Found found = garbage.find(List.of(), aWeekAgo);
        assertThat(found.contents().garbage()).hasSize(3);
        new ObjectBlobStore(objects).put(bytes("value"));
        keep("file");
        assertThat(garbage.remove(found)).isEqualTo(new Garbage.Removed(1, 5));
        assertThat(objects.list("sha256/"))
                .extracting(Entry::digest)
                .containsExactlyInAnyOrder(value, file)
                .doesNotContain(other);
    }

    @Test
    void isNoListThatWasKeptAgainNorItsFiles() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/a"), "1");
        String list = artifacts.keep(folder.resolve("data")).digest();
        String item = Digests.of(bytes("1"));
        Files.setLastModifiedTime(path("folders", list), FileTime.from(aWeekAgo.minusSeconds(60)));
        age(item);
        Garbage.Found found = garbage.find(List.of(), aWeekAgo);
        assertThat(found.contents().garbage()).hasSize(2);
        artifacts.keep(folder.resolve("data"));
        assertThat(garbage.remove(found)).isEqualTo(new Garbage.Removed(0, 0));
    }

    private Sorted found(Roots roots, Instant olderThan) {
        return garbage.find(List.of(roots), olderThan).contents();
    }

    private void age(String digest) {
        try {
            Files.setLastModifiedTime(path("sha256", digest), FileTime.from(aWeekAgo.minusSeconds(60)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path path(String place, String digest) {
        return folder.resolve("store").resolve(Digests.name(place, digest));
    }

    private static Roots roots(String text) {
        return new Roots("records", 1, Mentions.in(bytes(text)));
    }

    private String keep(String text) throws IOException {
        return artifacts.keep(Files.writeString(folder.resolve("file"), text)).digest();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
