package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GarbageTest {

    @TempDir
    private Path folder;

    private FileObjectStore objects;
    private Artifacts artifacts;
    private final Instant later = Instant.now().plus(Duration.ofHours(1));

    @BeforeEach
    void openStore() {
        objects = new FileObjectStore(folder.resolve("store"));
        artifacts = new Artifacts(objects);
    }

    @Test
    void isWhatNothingRefersTo() throws IOException {
        String inRecord = keep("a");
        String inCache = keep("b");
        String inNothing = keep("c");
        objects.create("cache/x", ("{\"value\":\"" + inCache + "\"}").getBytes(StandardCharsets.UTF_8));
        Garbage.Found found = new Garbage(objects).find(List.of("a record with " + inRecord), later);
        assertThat(found.garbage()).extracting(Entry::name).containsExactly(Digests.name("sha256", inNothing));
        assertThat(found.kept()).isEqualTo(2);
        new Garbage(objects).remove(found);
        assertThat(objects.list("sha256/")).hasSize(2);
    }

    @Test
    void isNothingInsideOfWhatIsReferredTo() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/a"), "1");
        Files.writeString(folder.resolve("data/b"), "2");
        ArtifactStore.Kept kept = artifacts.keep(folder.resolve("data"));
        String value = new ObjectBlobStore(objects)
                .put("{\"digest\":\"%s\"}".formatted(kept.digest()).getBytes(StandardCharsets.UTF_8));
        assertThat(new Garbage(objects).find(List.of(value), later).garbage()).isEmpty();
        assertThat(new Garbage(objects).find(List.of(), later).garbage()).hasSize(4);
    }

    @Test
    void isNothingThatIsYoung() throws IOException {
        keep("a");
        Instant before = Instant.now().minus(Duration.ofHours(1));
        assertThat(new Garbage(objects).find(List.of(), before).garbage()).isEmpty();
    }

    private String keep(String text) throws IOException {
        return artifacts.keep(Files.writeString(folder.resolve("file"), text)).digest();
    }
}
