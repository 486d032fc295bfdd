package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FileObjectStoreTest extends ObjectStoreContract {

    @Override
    ObjectStore open() {
        return new FileObjectStore(folder.resolve("new/store"));
    }

    @Override
    Path file(String name) {
        return folder.resolve("new/store").resolve(name);
    }

    @Test
    void leavesNothingButTheObjects() throws IOException {
        store.create("cache/a", bytes("one"));
        store.create("cache/a", bytes("two"));
        store.replace("cache/a", bytes("three"), Digests.of(bytes("one")));
        store.replace("cache/a", bytes("four"), "no tag");
        store.write("cache/b", bytes("two"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(file("cache/a"), file("cache/b"), file(".lock"));
        }
    }

    @Test
    void removesWhatKilledWritersLeft() throws IOException {
        Path own = new Leftovers(file(".partial")).next();
        Files.writeString(own, "at work");
        String name = own.getFileName().toString();
        String pid = Long.toString(ProcessHandle.current().pid());
        Path dead = Files.writeString(file(".partial/" + name.replace("~" + pid + "~", "~999999999~")), "half");
        Path reused = Files.writeString(
                file(".partial/" + name.replaceFirst("~" + pid + "~[0-9]+", "~" + pid + "~1")), "half");
        Path foreign = Files.writeString(file(".partial/elsewhere~1~1~x"), "half");
        assertThat(store.list("")).isEmpty();
        store.write("cache/a", bytes("one"));
        assertThat(own).exists();
        assertThat(foreign).exists();
        assertThat(dead).doesNotExist();
        assertThat(reused).doesNotExist();
    }

    @Test
    void saysThatItIsOutOfReach() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> new FileObjectStore(file).write("a", bytes("hello")))
                .withMessageContaining("The store " + file + " cannot be used")
                .matches(e -> !e.lasting());
    }

    @Test
    void neverDeletesWhatSomebodyWritesInPlaceOfWhatIsOld() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Path file = Files.write(folder.resolve("file"), bytes("one"));
        Fingerprint print = Fingerprint.of(file);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 2000; round++) {
                String name = "sha256/ab/round-" + round;
                boolean upload = round % 2 == 0;
                store.write(name, bytes("one"));
                Files.setLastModifiedTime(file(name), FileTime.from(yesterday.minusSeconds(60)));
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> written = threads.submit(() -> {
                    start.await();
                    if (upload) {
                        store.upload(name, file, print);
                    } else {
                        store.write(name, bytes("one"));
                    }
                    return true;
                });
                Future<Boolean> deleted = threads.submit(() -> {
                    start.await();
                    while (!written.isDone()) {
                        open().deleteOld(name, yesterday);
                    }
                    return true;
                });
                written.get();
                deleted.get();
                assertThat(store.size(name)).as("round %d", round).isPresent();
            }
        }
    }

    @Test
    void neverDeletesWhatSomebodyHasJustMadeYoung() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 300; round++) {
                String name = "sha256/ab/round-" + round;
                store.write(name, bytes("one"));
                Files.setLastModifiedTime(file(name), FileTime.from(yesterday.minusSeconds(60)));
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Boolean> renewed = threads.submit(() -> {
                    start.await();
                    return open().renew(name, 3);
                });
                Future<Boolean> deleted = threads.submit(() -> {
                    start.await();
                    return open().deleteOld(name, yesterday);
                });
                assertThat(renewed.get()).as("round %d", round).isNotEqualTo(deleted.get());
                assertThat(store.size(name).isPresent()).isEqualTo(renewed.get());
            }
        }
    }
}
