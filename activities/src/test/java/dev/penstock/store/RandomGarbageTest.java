package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever refers to what, in whichever form: exactly that goes which cannot be reached from a root. */
final class RandomGarbageTest {

    private static final int CONTENTS = 60;

    @TempDir
    private Path folder;

    /** What each content refers to, as it was made; told without reading anything. */
    private final Map<String, List<String>> made = new HashMap<>();

    private final List<String> all = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private FileObjectStore objects;

    static List<Long> seeds() {
        return new Random(7).longs(15).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goesAndNothingElse(long seed) throws IOException {
        Random dice = new Random(seed);
        objects = new FileObjectStore(folder.resolve("store"));
        for (int i = 0; i < CONTENTS; i++) {
            if (dice.nextInt(4) == 0) {
                makeFolder(dice, i);
            } else {
                makeValue(dice, i);
            }
        }
        List<String> inCache = some(dice, 4);
        for (String digest : inCache) {
            objects.write("cache/" + Digests.hex(digest), bytes(reference(dice, digest)));
        }
        List<String> inRecords = some(dice, 6);
        Mentions records = new Mentions();
        inRecords.forEach(digest -> records.add("{\"value\":%s}".formatted(reference(dice, digest))));

        Garbage garbage = new Garbage(objects);
        Garbage.Found found = garbage.find(
                List.of(garbage.cached(), new Roots("records", 6, records)),
                Instant.now().plus(Duration.ofDays(1)));
        garbage.remove(found);

        Set<String> kept = new HashSet<>();
        inCache.forEach(digest -> reach(digest, kept));
        inRecords.forEach(digest -> reach(digest, kept));
        Set<String> left = new HashSet<>();
        objects.list("sha256/").forEach(entry -> left.add(entry.digest()));
        objects.list("folders/").forEach(entry -> left.add(entry.digest()));
        assertThat(left).isEqualTo(kept);
        assertThat(kept.size()).as("the dice leave something to do").isBetween(1, made.size() - 1);
    }

    private void makeValue(Random dice, int number) {
        List<String> referred = some(dice, dice.nextInt(3));
        List<String> parts =
                referred.stream().map(digest -> reference(dice, digest)).toList();
        String json = "{\"number\":%s,\"parts\":[%s]}".formatted(number, String.join(",", parts));
        note(new ObjectBlobStore(objects).put(bytes(json)), "sha256", referred);
    }

    /** Its files refer to others only for those who take them for values. */
    private void makeFolder(Random dice, int number) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data-" + number));
        List<String> files = new ArrayList<>();
        for (int i = 0; i <= dice.nextInt(3); i++) {
            String text = "%s %s %s".formatted(number, i, some(dice, 1));
            Files.writeString(data.resolve("file-" + i), text);
            files.add(Digests.of(bytes(text)));
        }
        files.forEach(file -> made.putIfAbsent(file, List.of()));
        note(new Artifacts(objects).keep(data).digest(), "folders", files);
    }

    private void note(String digest, String place, List<String> referred) {
        made.put(digest, referred);
        names.put(digest, Digests.name(place, digest));
        all.add(digest);
    }

    private List<String> some(Random dice, int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count && !all.isEmpty(); i++) {
            some.add(all.get(dice.nextInt(all.size())));
        }
        return some;
    }

    private String reference(Random dice, String digest) {
        return switch (dice.nextInt(4)) {
            case 0 -> "{\"@stored\":\"%s\",\"bytes\":12}".formatted(digest);
            case 1 -> "{\"uri\":\"s3://b/%s\",\"digest\":\"%s\"}".formatted(names.get(digest), digest);
            case 2 -> "\"s3://b/%s\"".formatted(names.get(digest));
            default -> "\"%s\"".formatted(digest.replace(":", "%3A"));
        };
    }

    private void reach(String digest, Set<String> reached) {
        if (reached.add(digest)) {
            made.getOrDefault(digest, List.of()).forEach(each -> reach(each, reached));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
