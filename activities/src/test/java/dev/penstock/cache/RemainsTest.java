package dev.penstock.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.penstock.store.Artifacts;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemainsTest {

    private final Instant aMonthAgo = Instant.now().minus(Duration.ofDays(30));

    @TempDir
    private Path folder;

    private FileObjectStore objects;
    private Remains remains;

    @BeforeEach
    void compute() throws InterruptedException {
        objects = new FileObjectStore(folder);
        remains = new Remains(objects);
        get();
    }

    private void get() throws InterruptedException {
        new Cache(objects, new Values(new ObjectBlobStore(objects)), new Artifacts(objects), LocalProcesses.only())
                .get(
                        new Cache.Ask(
                                new CacheKey(new TreeMap<>()),
                                "train",
                                new AskingStep("monday", "train", 0),
                                new Owner("monday", "", "train", "", "", LocalProcesses.own()),
                                Optional.empty(),
                                false),
                        owner -> {},
                        () -> IntNode.valueOf(1));
    }

    @Test
    void areNotesOfLongAgoButNoResults() throws IOException {
        assertThat(remains.find(aMonthAgo)).isEmpty();
        age();
        List<String> found = remains.find(aMonthAgo);
        assertThat(found).hasSize(2).allMatch(name -> name.startsWith("explained/") || name.startsWith("keys/"));
        assertThat(remains.remove(found, aMonthAgo)).isEqualTo(2);
        assertThat(objects.list("explained/")).isEmpty();
        assertThat(objects.list("keys/")).isEmpty();
        assertThat(objects.list("cache/")).hasSize(1);
    }

    @Test
    void areResultsThatWereForgottenLongAgoUnlessSomebodyHasThemMadeAnew() throws Exception {
        Forgetting forgetting = new Forgetting(objects);
        assertThat(forgetting.drop(forgetting.find(Instant.now().plusSeconds(1))))
                .isEqualTo(1);
        assertThat(remains.find(aMonthAgo)).isEmpty();
        age();
        List<String> found = remains.find(aMonthAgo);
        assertThat(found).hasSize(3);
        get();
        assertThat(remains.remove(found, aMonthAgo)).isZero();
        assertThat(forgetting.drop(forgetting.find(Instant.now().plusSeconds(1))))
                .isEqualTo(1);
        age();
        assertThat(remains.remove(remains.find(aMonthAgo), aMonthAgo)).isEqualTo(3);
        assertThat(objects.list("cache/")).isEmpty();
        get();
        assertThat(objects.list("cache/")).hasSize(1);
    }

    private void age() throws IOException {
        for (String place : List.of("cache/", "explained/", "keys/")) {
            for (dev.penstock.store.Entry entry : objects.list(place)) {
                Files.setLastModifiedTime(folder.resolve(entry.name()), FileTime.from(aMonthAgo.minusSeconds(60)));
            }
        }
    }
}
