package dev.penstock.interpreter;

import static dev.penstock.option.StepOption.cached;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.penstock.cache.Difference;
import dev.penstock.cache.Explanations;
import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Savings;
import dev.penstock.container.Container;
import dev.penstock.engine.StepStatus;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.host.Caching;
import dev.penstock.runs.RunEnd;
import dev.penstock.store.Artifacts;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.value.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CachingTest {

    private static final AtomicInteger CALLS = new AtomicInteger();

    @TempDir
    private Path folder;

    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final Map<String, String> images = new ConcurrentHashMap<>(Map.of("train", "sha256:1"));
    private final Map<String, StepStatus> steps = new ConcurrentHashMap<>();
    private FileObjectStore objects;
    private InMemory server;

    /** A step in a container. */
    record Train(Value<Integer> depth) implements ContainerStep<Integer> {
        @Override
        public Container container() {
            return Container.image("train").command("fit");
        }
    }

    /** Trains, and adds one. */
    static final class Training implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> depth) {
            Value<Integer> trained = flow.run(new Train(depth), cached());
            return flow.apply(Training::plusOne, cached()).to(trained);
        }

        static int plusOne(int value) {
            CALLS.incrementAndGet();
            return value + 1;
        }
    }

    /** Trains with several depths, of which some are the same. */
    static final class Sweep implements Pipeline<List<Integer>, List<Integer>> {
        @Override
        public Value<List<Integer>> define(Flow flow, Value<List<Integer>> depths) {
            return flow.map(depths, depth -> flow.run(new Train(depth), cached()));
        }
    }

    @BeforeEach
    void start() {
        CALLS.set(0);
        objects = new FileObjectStore(folder);
        server = new InMemory(
                Services.none(),
                new Values(new ObjectBlobStore(objects)),
                settings -> settings.caching(new Caching(
                                objects,
                                new Artifacts(objects),
                                image -> Optional.ofNullable(images.get(image)),
                                LocalProcesses.only(),
                                "here"))
                        .listener((run, status, value) -> steps.put(status.path(), status))
                        .runner((task, attempt) -> {
                            ran.add(attempt.path());
                            return IntNode.valueOf(attempt.input("depth").asInt() * 10);
                        }));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesASecondRunTheResultsOfTheFirst() {
        assertThat(run(3)).isEqualTo("31");
        assertThat(note("train")).isEqualTo("not cached: no result with this key");
        assertThat(run(3)).isEqualTo("31");
        assertThat(note("train")).startsWith("cached, from training-0 (train)");
        assertThat(note("plus-one")).startsWith("cached, from training-0 (plus-one)");
        assertThat(new Explanations(objects).find("training-1", "plus-one"))
                .hasValueSatisfying(found -> assertThat(found.hit()).isTrue());
        assertThat(ran).hasSize(1);
        assertThat(CALLS).hasValue(1);
    }

    @Test
    void computesAgainWhatDiffersAndSaysWhy() {
        run(3);
        run(4);
        images.put("train", "sha256:2");
        run(4);
        assertThat(ran).hasSize(3);
        assertThat(CALLS).as("functions of 30 and of 40").hasValue(2);
        assertThat(new Explanations(objects)
                        .find("training-2", "train")
                        .orElseThrow()
                        .nearest()
                        .orElseThrow()
                        .differences())
                .extracting(Difference::words)
                .containsExactly("image was \"sha256:1\", is \"sha256:2\"");
    }

    @Test
    void cachesNothingOfAnImageThatMayBeAnything() {
        images.clear();
        run(3);
        run(3);
        assertThat(note("train")).isEqualTo("not cached: what is in the image train is not known");
        assertThat(ran).hasSize(2);
    }

    @Test
    void computesEqualItemsOfAMapOnce() {
        assertThat(value(server.run(new Sweep(), List.of(1, 2, 1, 2, 1)))).isEqualTo("[10,20,10,20,10]");
        assertThat(ran).hasSize(2);
    }

    @Test
    void explainsItemsThatChildWorkflowsWorkOn() {
        List<Integer> depths =
                IntStream.range(0, 260).map(item -> item % 2).boxed().toList();
        server.run(new Sweep(), depths);
        String last = steps.keySet().stream()
                .filter(path -> path.endsWith("[259]/train"))
                .findFirst()
                .orElseThrow();
        assertThat(new Explanations(objects).find("sweep-0", last)).isPresent();
        assertThat(new Explanations(objects).savings("sweep-0", Instant.EPOCH))
                .returns(258L, Savings::hits)
                .returns(2L, Savings::misses);
    }

    private String run(int depth) {
        return value(server.run(new Training(), depth));
    }

    private String value(RunEnd end) {
        assertThat(end).isInstanceOf(RunEnd.Succeeded.class);
        return server.values.load(((RunEnd.Succeeded) end).value()).toString();
    }

    private String note(String path) {
        return steps.get(path).note();
    }
}
