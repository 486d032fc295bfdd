package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.cache.AskingStep;
import dev.penstock.cache.Cache;
import dev.penstock.cache.CacheKey;
import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Owner;
import dev.penstock.store.Artifacts;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import dev.penstock.value.Values;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path folder;

    @Test
    void namesThePartsThatDiffer() throws InterruptedException {
        ask("monday", 3);
        ask("tuesday", 4);
        ask("wednesday", 4);
        Call call = Call.in(folder);
        assertThat(call.run("explain", "tuesday", "train"))
                .succeeded()
                .prints(
                        "train not cached: no result with this key",
                        "The nearest earlier result is that of monday (train)",
                        "≠ input depth was 3, is 4",
                        "image \"sha256:1\"");
        assertThat(call.run("explain", "wednesday", "train")).succeeded().prints("train cached, from tuesday (train)");
        assertThat(call.run("explain", "wednesday", "train", "--json"))
                .succeeded()
                .prints("\"hit\": true");
    }

    @Test
    void saysThatTheCacheWasNotAsked() {
        assertThat(Call.in(folder).run("explain", "monday", "train"))
                .refused("unknown-name")
                .complains("The cache was not asked for this step", "cached()");
    }

    private void ask(String run, int depth) throws InterruptedException {
        try (ObjectStore store = new FileObjectStore(folder.resolve("penstock-home/store"))) {
            SortedMap<String, JsonNode> parts = new TreeMap<>();
            parts.put("input depth", IntNode.valueOf(depth));
            parts.put("image", TextNode.valueOf("sha256:1"));
            new Cache(store, new Values(new ObjectBlobStore(store)), new Artifacts(store), LocalProcesses.only())
                    .get(
                            new Cache.Ask(
                                    new CacheKey(parts),
                                    "train",
                                    new AskingStep(run, "train", 0),
                                    new Owner(run, "", "train", "", "", LocalProcesses.own()),
                                    Optional.empty(),
                                    false),
                            owner -> {},
                            () -> IntNode.valueOf(1));
        }
    }
}
