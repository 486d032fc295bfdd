package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of objects does. */
@Timeout(120)
abstract class ObjectStoreContract {

    private static final int RACERS = 16;
    private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));

    @TempDir
    Path folder;

    ObjectStore store;

    abstract ObjectStore open() throws IOException;

    /** Where the bytes of an object are. */
    abstract Path file(String name);

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void givesBackPieceByPieceWhatIsBig() throws IOException {
        byte[] big = new byte[3 << 20];
        new Random(1).nextBytes(big);
        store.write("sha256/big", big);
        try (InputStream read = store.open("sha256/big").orElseThrow()) {
            assertThat(read).hasBinaryContent(big);
        }
    }

    @Test
    void givesBackWhatWasWrittenLast() {
        assertThat(store.read("cache/a")).isEmpty();
        assertThat(store.open("cache/a")).isEmpty();
        assertThat(store.size("cache/a")).isEmpty();
        store.write("cache/a", bytes("one"));
        String tag = store.read("cache/a").orElseThrow().tag();
        store.write("cache/a", bytes("three"));
        Tagged read = store.read("cache/a").orElseThrow();
        assertThat(read.bytes()).isEqualTo(bytes("three"));
        assertThat(read.tag()).isNotEqualTo(tag);
        assertThat(store.size("cache/a")).hasValue(5);
        store.write("cache/a", bytes(""));
        assertThat(store.read("cache/a").orElseThrow().bytes()).isEmpty();
    }

    @Test
    void forgetsWhatIsDeleted() {
        store.delete("cache/a");
        store.write("cache/a", bytes("one"));
        store.delete("cache/a");
        store.delete("cache/a");
        assertThat(store.read("cache/a")).isEmpty();
    }

    @Test
    void makesYoungWhatIsOld() throws IOException {
        assertThat(store.renew("sha256/ab/file", 3)).isFalse();
        for (int size : new int[] {0, 5, 17 * 1024 * 1024}) {
            Path original = file(size);
            store.upload("sha256/ab/file", original, Fingerprint.of(original));
            age("sha256/ab/file");
            assertThat(store.renew("sha256/ab/file", size + 1)).isFalse();
            assertThat(changed("sha256/ab/file")).isBefore(yesterday);
            assertThat(store.renew("sha256/ab/file", size)).isEqualTo(renews(size));
            assertThat(changed("sha256/ab/file").isAfter(yesterday)).isEqualTo(renews(size));
            assertThat(file("sha256/ab/file")).hasSameBinaryContentAs(original);
        }
    }

    /** Whether an object can be made young where it is; else whoever keeps it writes it again. */
    boolean renews(int size) {
        return true;
    }

    @Test
    void leavesWhatIsYoungAsItIs() throws IOException {
        store.write("sha256/ab/file", bytes("one"));
        FileTime time = FileTime.from(Instant.now().minus(Duration.ofMinutes(5)));
        Files.setLastModifiedTime(file("sha256/ab/file"), time);
        assertThat(store.renew("sha256/ab/file", 3)).isTrue();
        assertThat(Files.getLastModifiedTime(file("sha256/ab/file"))).isEqualTo(time);
    }

    @Test
    void deletesOnlyWhatIsOld() throws IOException {
        store.write("sha256/ab/file", bytes("one"));
        assertThat(store.deleteOld("sha256/ab/file", yesterday)).isFalse();
        assertThat(store.size("sha256/ab/file")).hasValue(3);
        age("sha256/ab/file");
        assertThat(store.deleteOld("sha256/ab/file", yesterday)).isTrue();
        assertThat(store.size("sha256/ab/file")).isEmpty();
        assertThat(store.deleteOld("sha256/ab/file", yesterday)).isFalse();
    }

    private void age(String name) throws IOException {
        Files.setLastModifiedTime(file(name), FileTime.from(yesterday.minusSeconds(60)));
    }

    private Instant changed(String name) {
        return store.list(name).getFirst().changed();
    }

    @Test
    void createsOnce() {
        assertThat(store.create("cache/a", bytes("one"))).isPresent();
        assertThat(store.create("cache/a", bytes("one"))).isEmpty();
        assertThat(store.create("cache/a", bytes("two"))).isEmpty();
        assertThat(store.read("cache/a").orElseThrow().bytes()).isEqualTo(bytes("one"));
    }

    @Test
    void replacesOnlyWhatWasRead() {
        assertThat(store.replace("cache/a", bytes("one"), "\"no-tag\"")).isEmpty();
        assertThat(store.read("cache/a")).isEmpty();
        String tag = store.create("cache/a", bytes("one")).orElseThrow();
        assertThat(store.read("cache/a").orElseThrow().tag()).isEqualTo(tag);
        assertThat(store.replace("cache/a", bytes("two"), tag))
                .isPresent()
                .contains(store.read("cache/a").orElseThrow().tag());
        assertThat(store.replace("cache/a", bytes("three"), tag)).isEmpty();
        assertThat(store.read("cache/a").orElseThrow().bytes()).isEqualTo(bytes("two"));
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "cache/round-" + round;
            assertThat(winners(racer ->
                            store.create(name, bytes("racer " + racer % 2)).isPresent()))
                    .as("creators in round %d", round)
                    .isEqualTo(1);
            String tag = store.read(name).orElseThrow().tag();
            assertThat(winners(racer ->
                            store.replace(name, bytes("winner " + racer), tag).isPresent()))
                    .as("replacers in round %d", round)
                    .isEqualTo(1);
        }
    }

    private interface Racing {
        boolean wins(int racer);
    }

    private static long winners(Racing racing) throws Exception {
        List<Future<Boolean>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            IntStream.range(0, RACERS).forEach(racer -> all.add(threads.submit(() -> racing.wins(racer))));
        }
        long won = 0;
        for (Future<Boolean> one : all) {
            won += one.get() ? 1 : 0;
        }
        return won;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, 17 * 1024 * 1024 + 3, 40 * 1024 * 1024})
    void copiesFilesOfAnySize(int size) throws IOException {
        Path file = file(size);
        Fingerprint print = Fingerprint.of(file);
        store.upload("sha256/ab/file", file, print);
        store.upload("sha256/ab/file", file, print);
        assertThat(store.size("sha256/ab/file")).hasValue(size);
        Path copy = folder.resolve("copy");
        store.download("sha256/ab/file", copy, print.digest());
        assertThat(copy).hasSameBinaryContentAs(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 20 * 1024 * 1024})
    void refusesAFileThatHasChanged(int size) throws IOException {
        Path file = file(size);
        Fingerprint print = Fingerprint.of(file);
        byte[] changed = Files.readAllBytes(file);
        changed[size / 2]++;
        Files.write(file, changed);
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> store.upload("sha256/ab/file", file, print))
                .withMessageContaining("changed while it was copied");
        assertThat(store.size("sha256/ab/file")).isEmpty();
    }

    @Test
    void saysThatAFileIsMissingOrDamaged() throws IOException {
        Fingerprint print = Fingerprint.of(file(100));
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> store.download("sha256/ab/file", folder.resolve("copy"), print.digest()))
                .withMessageContaining("is not in the store " + store.words())
                .matches(BlobException::lasting);
        store.upload("sha256/ab/file", file(100), print);
        Files.write(file("sha256/ab/file"), new byte[100]);
        assertThatExceptionOfType(BlobException.class)
                .isThrownBy(() -> store.download("sha256/ab/file", folder.resolve("copy-2"), print.digest()))
                .withMessageContaining("is damaged")
                .matches(BlobException::lasting);
    }

    @Test
    void listsByPrefix() {
        Instant before = Instant.now().minus(Duration.ofSeconds(5));
        assertThat(store.list("cache/")).isEmpty();
        store.write("cache/b", bytes("bb"));
        store.write("cache/a/c", bytes("ccc"));
        store.write("cached", bytes("d"));
        assertThat(store.list("cache/")).extracting(Entry::name).containsExactly("cache/a/c", "cache/b");
        assertThat(store.list("cache/")).extracting(Entry::bytes).containsExactly(3L, 2L);
        assertThat(store.list("cache/")).allMatch(entry -> entry.changed().isAfter(before));
        assertThat(store.list("")).hasSize(3);
        assertThat(store.list("cache/b")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "../etc", "a/../b", "/a", "a//b", ".lock", "a/.partial", "a b", "a\\b"})
    void hasNoOtherNames(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.write(name, bytes("")))
                .withMessageContaining("is no name of an object");
    }

    Path file(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve("original"), bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
