package dev.penstock.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.store.ArtifactStore.Kept;
import dev.penstock.store.Artifacts;
import dev.penstock.store.Digests;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import dev.penstock.value.Values;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the cache does, on every store. */
@Timeout(120)
abstract class CacheContract {

    @TempDir
    Path folder;

    private final Set<String> dead = ConcurrentHashMap.newKeySet();
    private final AtomicInteger computed = new AtomicInteger();
    private final List<Owner> awaited = new ArrayList<>();
    private ObjectStore objects;
    private Artifacts artifacts;
    private Cache cache;

    abstract ObjectStore open();

    @BeforeEach
    void openStore() {
        objects = open();
        artifacts = new Artifacts(objects);
        cache = new Cache(
                objects,
                new Values(new ObjectBlobStore(objects), 100),
                artifacts,
                owner -> !dead.contains(owner.run()));
    }

    @AfterEach
    void closeStore() {
        objects.close();
    }

    @Test
    void computesOnce() throws Exception {
        assertThat(get(ask("run-1", 3)).verdict().words()).isEqualTo("not cached: no result with this key");
        Cache.Answer second = get(ask("run-2", 3));
        assertThat(second.value()).isEqualTo(IntNode.valueOf(1));
        assertThat(second.verdict()).isInstanceOf(Verdict.Hit.class);
        assertThat(second.verdict().words()).startsWith("cached, from run-1 (train); saved");
        assertThat(get(ask("run-2", 4)).value()).isEqualTo(IntNode.valueOf(2));
    }

    @Test
    void keepsBigValuesInTheStore() throws Exception {
        TextNode big = TextNode.valueOf("x".repeat(10_000));
        cache.get(ask("run-1", 3), awaited::add, () -> big);
        assertThat(get(ask("run-2", 3)).value()).isEqualTo(big);
        assertThat(objects.list("cache/").getFirst().bytes()).isLessThan(1_000);
    }

    @Test
    void computesAgainWhatIsTooOld() throws Exception {
        get(ask("run-1", 3));
        Cache.Ask strict =
                new Cache.Ask(key(3), "train", step("run-2"), owner("run-2"), Optional.of(Duration.ZERO), false);
        Cache.Ask lenient =
                new Cache.Ask(key(3), "train", step("run-2"), owner("run-2"), Optional.of(Duration.ofDays(1)), false);
        assertThat(get(lenient).verdict()).isInstanceOf(Verdict.Hit.class);
        assertThat(get(strict).verdict().words())
                .startsWith("not cached: the result was ")
                .endsWith(" old");
    }

    @Test
    void refreshesWhenItIsToldTo() throws Exception {
        get(ask("run-1", 3));
        Cache.Ask refresh = new Cache.Ask(key(3), "train", step("run-2"), owner("run-2"), Optional.empty(), true);
        assertThat(get(refresh).verdict().words()).isEqualTo("not cached: to be refreshed");
        assertThat(get(ask("run-3", 3)).value()).isEqualTo(IntNode.valueOf(2));
    }

    @Test
    void givesTheOldResultToOthersWhileItIsRefreshedAndWhenThatFails() throws Exception {
        get(ask("run-1", 3));
        Cache.Ask refresh = new Cache.Ask(key(3), "train", step("run-2"), owner("run-2"), Optional.empty(), true);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> cache.get(refresh, awaited::add, () -> {
                    assertThat(get(ask("run-3", 3)).value()).isEqualTo(IntNode.valueOf(1));
                    throw new IllegalStateException("out of luck");
                }));
        assertThat(get(ask("run-4", 3)).value()).isEqualTo(IntNode.valueOf(1));
        assertThat(awaited).isEmpty();
    }

    @Test
    void letsTheNextOneTryWhenOneFails() throws Exception {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> cache.get(ask("run-1", 3), awaited::add, () -> {
                    throw new IllegalStateException("out of luck");
                }));
        assertThat(get(ask("run-2", 3)).verdict().words()).isEqualTo("not cached: run-1 (train) failed");
        assertThat(awaited).isEmpty();
    }

    @Test
    void releasesWhenItIsInterrupted() throws Exception {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> cache.get(ask("run-1", 3), awaited::add, () -> {
                    Thread.currentThread().interrupt();
                    throw new InterruptedException();
                }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(get(ask("run-2", 3)).verdict().words()).isEqualTo("not cached: run-1 (train) failed");
    }

    @Test
    void computesForManyOnce() throws Exception {
        List<Future<Cache.Answer>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                Cache.Ask ask = ask("run-" + i, 3);
                all.add(threads.submit(() -> cache.get(ask, owner -> {}, this::compute)));
            }
        }
        for (Future<Cache.Answer> one : all) {
            assertThat(one.get().value()).isEqualTo(IntNode.valueOf(1));
        }
        assertThat(computed).hasValue(1);
    }

    @Test
    void waitsForTheLivingAndTakesOverFromTheDead() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch began = new CountDownLatch(1);
            Future<Cache.Answer> killed = threads.submit(() -> cache.get(ask("run-1", 3), owner -> {}, () -> {
                began.countDown();
                end.await();
                return TextNode.valueOf("too late");
            }));
            began.await();
            Future<Cache.Answer> next = threads.submit(() -> cache.get(
                    ask("run-2", 3),
                    owner -> {
                        awaited.add(owner);
                        asked.countDown();
                    },
                    this::compute));
            asked.await();
            assertThat(computed).hasValue(0);
            dead.add("run-1");
            assertThat(next.get().verdict().words()).isEqualTo("not cached: run-1 (train) ended without a result");
            end.countDown();
            assertThat(killed.get().value()).isEqualTo(TextNode.valueOf("too late"));
        }
        assertThat(awaited).extracting(Owner::run).containsExactly("run-1");
        assertThat(get(ask("run-3", 3)).value()).as("of who holds the claim").isEqualTo(IntNode.valueOf(1));
    }

    @Test
    void takesOverFromAnEarlierAttemptOfTheSameStep() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Cache.Answer> earlier = threads.submit(() -> cache.get(ask("run-1", 3), owner -> {}, () -> {
                began.countDown();
                end.await();
                return TextNode.valueOf("too late");
            }));
            began.await();
            assertThat(get(ask("run-1", 3)).value()).isEqualTo(IntNode.valueOf(1));
            end.countDown();
            assertThat(earlier.get().value()).isEqualTo(TextNode.valueOf("too late"));
        }
        assertThat(awaited).isEmpty();
    }

    @Test
    void stopsWaitingWhenItIsInterrupted() throws Exception {
        cache.get(ask("run-1", 3), awaited::add, () -> {
            try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
                CountDownLatch asked = new CountDownLatch(1);
                Future<Cache.Answer> waiting =
                        threads.submit(() -> cache.get(ask("run-2", 3), owner -> asked.countDown(), this::compute));
                asked.await();
                threads.shutdownNow();
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(waiting::get)
                        .withCauseInstanceOf(InterruptedException.class);
            }
            return IntNode.valueOf(0);
        });
        assertThat(computed).hasValue(0);
    }

    @Test
    void computesAgainWhereTheEntryIsDamaged() throws Exception {
        for (String damage :
                List.of("", "{", "[]", "{\"@type\":\"Done\"}", "\u0000\u0000", "{\"@type\":\"Nothing\"}")) {
            objects.write(Digests.name("cache", key(3).digest()), damage.getBytes(StandardCharsets.UTF_8));
            assertThat(get(ask("run-1", 3)).verdict().words())
                    .isEqualTo("not cached: the result is lost: its entry in the cache is damaged");
            assertThat(get(ask("run-1", 3)).verdict()).isInstanceOf(Verdict.Hit.class);
        }
    }

    @Test
    void computesAgainWhereAnArtifactOrValueIsGone() throws Exception {
        Kept kept = artifacts.keep(Files.writeString(folder.resolve("model"), "weights"));
        JsonNode value = JsonNodeFactory.instance
                .objectNode()
                .set(
                        "model",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("uri", kept.uri().toString())
                                .put("digest", kept.digest()));
        cache.get(ask("run-1", 3), awaited::add, () -> value);
        assertThat(get(ask("run-2", 3)).verdict()).isInstanceOf(Verdict.Hit.class);
        objects.delete(Digests.name("sha256", kept.digest()));
        assertThat(get(ask("run-2", 3)).verdict().words())
                .contains("the result is lost")
                .contains("is not there as a whole");

        TextNode big = TextNode.valueOf("x".repeat(10_000));
        cache.get(ask("run-1", 5), awaited::add, () -> big);
        objects.delete(
                Digests.name("sha256", Digests.of(('"' + "x".repeat(10_000) + '"').getBytes(StandardCharsets.UTF_8))));
        assertThat(get(ask("run-2", 5)).verdict().words())
                .contains("the result is lost")
                .contains("is not in the store");
    }

    @Test
    void explainsWhatDiffers() throws Exception {
        Explanations explanations = new Explanations(objects);
        get(ask("run-1", 3));
        get(ask("run-2", 40));
        get(ask("run-3", 4));
        get(ask("run-4", 4));
        assertThat(explanations.find("run-1", "train").orElseThrow().nearest()).isEmpty();
        Explanation miss = explanations.find("run-3", "train").orElseThrow();
        assertThat(miss.hit()).isFalse();
        assertThat(miss.nearest().orElseThrow().by()).isEqualTo("run-2 (train)");
        assertThat(miss.nearest().orElseThrow().differences())
                .extracting(Difference::words)
                .containsExactly("input depth was 40, is 4");
        assertThat(explanations.find("run-4", "train").orElseThrow().hit()).isTrue();
        assertThat(explanations.find("run-5", "train")).isEmpty();
    }

    @Test
    void addsUpWhatItSavedForARun() throws Exception {
        assertThat(new Explanations(cache.objects())
                        .savings("run-2", Instant.EPOCH)
                        .words())
                .isEmpty();
        get(ask("run-1", 3));
        Cache.Ask withGpus = new Cache.Ask(
                key(3), "train", new AskingStep("run-2", "train", 4), owner("run-2"), Optional.empty(), false);
        get(withGpus);
        Cache.Ask other = new Cache.Ask(
                key(4), "train", new AskingStep("run-2", "other", 1), owner("run-2"), Optional.empty(), false);
        get(other);
        Explanations explanations = new Explanations(cache.objects());
        Savings savings = explanations.savings("run-2", Instant.EPOCH);
        assertThat(savings.hits()).isEqualTo(1);
        assertThat(savings.misses()).isEqualTo(1);
        assertThat(savings.gpuTime()).isEqualTo(savings.time().multipliedBy(4));
        assertThat(explanations.savings("run-2", Instant.now().plusSeconds(60)).words())
                .as("what an earlier run of the name saved")
                .isEmpty();
        assertThat(savings.time())
                .isEqualTo(explanations.find("run-2", "train").orElseThrow().saved());
    }

    private Cache.Answer get(Cache.Ask ask) throws InterruptedException {
        return cache.get(ask, awaited::add, this::compute);
    }

    private JsonNode compute() {
        return IntNode.valueOf(computed.incrementAndGet());
    }

    private static AskingStep step(String run) {
        return new AskingStep(run, "train", 0);
    }

    private static Cache.Ask ask(String run, int depth) {
        return new Cache.Ask(key(depth), "train", step(run), owner(run), Optional.empty(), false);
    }

    private static CacheKey key(int depth) {
        return new CacheKey(new TreeMap<>(Map.of("input depth", IntNode.valueOf(depth))));
    }

    private static Owner owner(String run) {
        return new Owner(run, "id of " + run, "train", "1", "here", LocalProcesses.own());
    }
}
