package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.sun.net.httpserver.HttpServer;
import dev.penstock.cache.AskingStep;
import dev.penstock.cache.Cache;
import dev.penstock.cache.CacheKey;
import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Owner;
import dev.penstock.examples.hello.Hello;
import dev.penstock.store.Artifacts;
import dev.penstock.store.Digests;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.value.Values;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gc keeps and removes where only this machine knows of runs. */
final class ArtifactGcCommandTest {

    @TempDir
    private Path folder;

    private Path store;
    private FileObjectStore objects;
    private Call call;

    @BeforeEach
    void openStore() {
        store = folder.resolve("penstock-home/store");
        objects = new FileObjectStore(store);
        call = Call.in(folder).with(new Hello()).env("PENSTOCK_TEMPORAL_TARGET", "embedded");
    }

    @Test
    void removesNothingUnlessAskedTo() throws IOException {
        String digest = put("nobody's");
        age();
        assertThat(call.run("artifact", "gc"))
                .succeeded()
                .prints("garbage 1 content, 8 bytes", "Nothing was removed", "penstock artifact gc --remove");
        Assertions.assertThat(path(digest)).exists();
        assertThat(call.run("artifact", "gc", "--remove")).succeeded().prints("Removed: 1 content, 8 bytes.");
        Assertions.assertThat(path(digest)).doesNotExist();
        assertThat(call.run("artifact", "gc", "--json"))
                .succeeded()
                .prints("\"garbage\": {", "\"contents\": 0")
                .doesNotPrint("removed");
    }

    @Test
    void keepsWhatIsYoung() throws IOException {
        String digest = put("just made");
        assertThat(call.run("artifact", "gc", "--remove", "--older-than", "1h"))
                .succeeded()
                .prints("younger than 1h 1 content, 9 bytes", "Removed: 0 contents");
        Assertions.assertThat(path(digest)).exists();
        assertThat(call.run("artifact", "gc", "--older-than", "0h"))
                .refused("invalid-option")
                .complains("Write 1h or more.");
        assertThat(call.run("artifact", "gc", "--older-than", "7 days"))
                .refused("invalid-option")
                .complains("12h, 7d, 4w");
    }

    @Test
    void keepsWhatRecordsReferTo() throws IOException {
        assertThat(call.run("run", "hello", "--name", "monday", "--input", "x".repeat(30_000)))
                .succeeded();
        age();
        assertThat(call.run("artifact", "gc", "--remove")).succeeded().prints("garbage 0 contents");
        Assertions.assertThat(contents()).isNotEmpty();
        Path events = folder.resolve("penstock-home/runs/monday/1/events.jsonl");
        Files.writeString(events, "(" + Files.readString(events));
        assertThat(call.run("artifact", "gc", "--remove"))
                .succeeded()
                .prints("runs recorded in " + folder.resolve("penstock-home/runs"), "garbage 0 contents");
        Files.move(folder.resolve("penstock-home/runs"), folder.resolve("elsewhere"));
        assertThat(call.run("artifact", "gc", "--remove")).succeeded();
        Assertions.assertThat(contents()).isEmpty();
    }

    @Test
    void keepsWhatAnyFileOfAnEarlierAttemptRefersTo() throws IOException {
        String digest = put("of an earlier attempt");
        Path attempt = Files.createDirectories(folder.resolve("penstock-home/runs/monday/.new-1"));
        Files.writeString(attempt.resolve("whatever"), "half a line with " + digest);
        age();
        assertThat(call.run("artifact", "gc", "--remove")).succeeded();
        Assertions.assertThat(path(digest)).exists();
    }

    @Test
    void keepsAllThatIsYoungerThanARunAtWork() throws IOException {
        assertThat(call.run("run", "hello", "--name", "monday")).succeeded();
        Path record = begunLongAgo("monday");
        String digest = put("on its way");
        age();
        assertThat(call.run("artifact", "gc", "--remove")).succeeded().prints("Removed: 0 contents");
        Files.delete(record.resolve("owner.json"));
        assertThat(call.run("artifact", "gc", "--remove")).succeeded();
        Assertions.assertThat(path(digest)).doesNotExist();
    }

    @Test
    void keepsWhatIsYoungerThanARunThatEndsWhileOthersAreAsked() throws IOException {
        assertThat(call.run("run", "hello", "--name", "monday")).succeeded();
        Path record = begunLongAgo("monday");
        String owner = Files.readString(record.resolve("owner.json"));
        String digest = put("on its way");
        age();
        HttpServer mlflow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mlflow.createContext("/", asked -> {
            Files.deleteIfExists(record.resolve("owner.json"));
            asked.sendResponseHeaders(200, 2);
            asked.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            asked.close();
        });
        mlflow.start();
        try {
            Call asking = call.env(
                    "MLFLOW_TRACKING_URI",
                    "http://127.0.0.1:" + mlflow.getAddress().getPort());
            assertThat(asking.run("artifact", "gc", "--remove"))
                    .succeeded()
                    .prints("Removed: 0 contents", "Nothing younger than 2020-01-01T00:00:00Z goes");
            Files.writeString(record.resolve("owner.json"), owner);
            assertThat(asking.run("artifact", "gc", "--json"))
                    .succeeded()
                    .prints("\"runsSince\": \"2020-01-01T00:00:00Z\"");
        } finally {
            mlflow.stop(0);
        }
        Assertions.assertThat(path(digest)).exists();
        Assertions.assertThat(record.resolve("owner.json")).doesNotExist();
    }

    @Test
    void keepsWhatIsYoungerThanARunWhoseRecordIsDamaged() throws IOException {
        assertThat(call.run("run", "hello", "--name", "monday")).succeeded();
        Path header = folder.resolve("penstock-home/runs/monday/1/run.json");
        Files.writeString(header, "damaged");
        String younger = put("perhaps on its way");
        age();
        Files.setLastModifiedTime(header, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        String older = put("older");
        Files.setLastModifiedTime(path(older), FileTime.from(Instant.now().minus(Duration.ofDays(10))));
        assertThat(call.run("artifact", "gc", "--remove")).succeeded().prints("Removed: 1 content");
        Assertions.assertThat(path(younger)).exists();
    }

    private Path begunLongAgo(String run) throws IOException {
        Path record = folder.resolve("penstock-home/runs").resolve(run).resolve("1");
        Path header = record.resolve("run.json");
        Files.writeString(
                header,
                Files.readString(header)
                        .replaceFirst("\"started\":\"[^\"]*\"", "\"started\":\"2020-01-01T00:00:00Z\""));
        Files.writeString(record.resolve("events.jsonl"), "");
        return record;
    }

    @Test
    void refusesWhereARecordCannotBeRead() throws IOException {
        String digest = put("perhaps referred to");
        age();
        Path runs = Files.createDirectories(folder.resolve("penstock-home/runs/monday/1"));
        Files.createSymbolicLink(runs.resolve("events.jsonl"), folder.resolve("penstock-home"));
        assertThat(call.run("artifact", "gc", "--remove"))
                .refused("unreadable")
                .complains("What the records of runs refer to cannot be told");
        Assertions.assertThat(path(digest)).exists();
    }

    @Test
    void forgetsOldResultsAndRemovesWhatTheyReferToTheNextTime() throws Exception {
        compute();
        age();
        assertThat(call.run("artifact", "gc", "--remove"))
                .succeeded()
                .prints("entries of the cache 1 1", "garbage 0 contents");
        assertThat(call.run("artifact", "gc", "--forget-cache-older-than", "30d"))
                .succeeded()
                .doesNotPrint("old result");
        Path entry = find("cache");
        Files.writeString(
                entry,
                Files.readString(entry).replaceFirst("\"made\":\"[^\"]*\"", "\"made\":\"2020-01-01T00:00:00Z\""));
        assertThat(call.run("artifact", "gc", "--forget-cache-older-than", "30d"))
                .succeeded()
                .prints("To be dropped from the cache: 1 old result");
        assertThat(call.run("artifact", "gc", "--forget-cache-older-than", "30d", "--remove"))
                .succeeded()
                .prints("Dropped from the cache: 1 old result", "Removed: 0 contents");
        assertThat(call.run("artifact", "gc", "--remove")).succeeded().prints("Removed: 1 content");
    }

    @Test
    void refusesWhereAServerDoesNotAnswerAndNamesAll() throws IOException {
        String digest = put("perhaps referred to");
        age();
        Files.writeString(folder.resolve("penstock.yaml"), """
                profiles:
                  cluster:
                    temporal:
                      target: 127.0.0.1:1
                    mlflow: http://127.0.0.1:1
                """);
        assertThat(call.run("artifact", "gc", "--remove"))
                .refused("no-server", "unknown-references")
                .complains("127.0.0.1:1", "MLflow at http://127.0.0.1:1 does not answer");
        Assertions.assertThat(path(digest)).exists();
        assertThat(call.run("artifact", "gc", "--disregard-references-of", "127.0.0.1:1"))
                .refused("unknown-references");
        assertThat(call.run("artifact", "gc", "--disregard-references-of", "dev-sever"))
                .refused("unknown-name")
                .complains("Did you mean \"dev-server\"?");
        assertThat(call.run(
                        "artifact",
                        "gc",
                        "--remove",
                        "--disregard-references-of",
                        "127.0.0.1:1",
                        "--disregard-references-of",
                        "http://127.0.0.1:1"))
                .succeeded()
                .prints("Removed: 1 content");
    }

    @Test
    void asksTheServerOfEveryProfileAsItIsConfigured() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), """
                profiles:
                  cluster:
                    temporal:
                      target: 127.0.0.1:1
                      namespace: team
                """);
        Call varied = call.env("PENSTOCK_TEMPORAL_NAMESPACE", "elsewhere").env("PENSTOCK_TEMPORAL_TLS", "true");
        assertThat(varied.run("artifact", "gc")).refused("no-server").complains("Nothing listens here");
        assertThat(varied.run("artifact", "gc", "--disregard-references-of", "127.0.0.1:1/elsewhere"))
                .refused("unknown-name");
        assertThat(varied.run("artifact", "gc", "--disregard-references-of", "127.0.0.1:1/team"))
                .succeeded();
    }

    @Test
    void asksEveryServerThatWasEverUsed() throws IOException {
        String digest = put("perhaps referred to");
        age();
        Path used = folder.resolve("penstock-home/servers");
        Files.writeString(used, "127.0.0.1:1 default\n127.0.0.1:1 team\n");
        assertThat(call.run("artifact", "gc", "--remove")).refused("no-server");
        assertThat(call.run("artifact", "gc", "--remove", "--disregard-references-of", "127.0.0.1:1/team"))
                .refused("no-server")
                .complains("server 127.0.0.1:1", "--disregard-references-of");
        Files.writeString(used, "127.0.0.1\n");
        assertThat(call.run("artifact", "gc", "--remove")).refused("unreadable").complains(used.toString());
        Assertions.assertThat(path(digest)).exists();
        Files.writeString(used, "127.0.0.1:1 default\n");
        assertThat(call.run("artifact", "gc", "--remove", "--disregard-references-of", "127.0.0.1:1"))
                .succeeded()
                .prints("Removed: 1 content");
    }

    @Test
    void refusesToRemoveFromAStoreThatOtherMachinesUse() throws IOException {
        String digest = put("another's");
        age();
        Call shared = call.env("PENSTOCK_STORE", store.toString());
        assertThat(shared.run("artifact", "gc")).succeeded().prints("Runs that other machines have recorded");
        assertThat(shared.run("artifact", "gc", "--remove"))
                .refused("unknown-references")
                .complains("Other machines may use this store too", "other-machines");
        Assertions.assertThat(path(digest)).exists();
        assertThat(shared.run("artifact", "gc", "--remove", "--disregard-references-of", "other-machines"))
                .succeeded()
                .prints("Removed: 1 content");
    }

    private void compute() throws InterruptedException {
        Values values = new Values(new ObjectBlobStore(objects), 0);
        new Cache(objects, values, new Artifacts(objects), LocalProcesses.only())
                .get(
                        new Cache.Ask(
                                new CacheKey(new TreeMap<>()),
                                "train",
                                new AskingStep("x", "x", 0),
                                new Owner("monday", "", "train", "", "", LocalProcesses.own()),
                                Optional.empty(),
                                false),
                        owner -> {},
                        () -> IntNode.valueOf(1));
    }

    private String put(String text) {
        return new ObjectBlobStore(objects).put(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path path(String digest) {
        return store.resolve(Digests.name("sha256", digest));
    }

    private Path find(String below) throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve(below))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("sha256"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void age() throws IOException {
        FileTime time = FileTime.from(Instant.now().minus(Duration.ofDays(8)));
        for (Path file : contents()) {
            Files.setLastModifiedTime(file, time);
        }
    }
}
