package dev.penstock.cli.profile;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.OutcomeAssert;
import dev.penstock.cli.sample.Iris;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {

    private static final String CLUSTER = """
        profiles:
          cluster:
            runner: kubernetes
            pools:
              - name: gpu-workloads
                cpu: 8
                memory: 64Gi
                gpus: 4
                gpuKind: a10g
            images:
              iris/ingest: registry.example/iris/ingest@sha256:%1$s
              iris/train: registry.example/iris/train@sha256:%1$s
        """.formatted("0".repeat(64));

    @TempDir
    Path folder;

    @Test
    void isALaptopByDefault() {
        assertThat(Call.in(folder).with(new Iris()).run("plan")).succeeded().prints("profile local");
    }

    @Test
    void checksAgainstTheNamedProfile() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), CLUSTER);
        planning("cluster").succeeded().prints("profile cluster");
    }

    @Test
    void findsTheFileInAFolderAbove() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), CLUSTER);
        Path below = Files.createDirectories(folder.resolve("a/b"));
        assertThat(Call.in(below).with(new Iris()).run("plan", "--profile", "cluster"))
                .succeeded();
        assertThat(Call.in(below).with(new Iris()).run("plan", "--profile", "clutser"))
                .refused("unknown-name")
                .complains("../../penstock.yaml does not have it");
    }

    @Test
    void takesAnotherFile() throws IOException {
        Files.writeString(folder.resolve("other.yml"), CLUSTER);
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--config", "other.yml", "--profile", "cluster"))
                .succeeded();
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--config", "gone.yml"))
                .refused("unreadable");
    }

    @Test
    void reportsWhatThePlatformCannotRun() throws IOException {
        Files.writeString(
                folder.resolve("penstock.yaml"),
                CLUSTER.replace("gpus: 4", "gpus: 0")
                        .replace("gpuKind: a10g", "")
                        .replaceFirst("  iris/train:.*", ""));
        Call call = Call.in(folder).with(new Iris());
        assertThat(call.run("plan", "--profile", "cluster"))
                .refused("unpinned-image", "no-fitting-pool")
                .complains("Iris.java:", "iris/train");
    }

    @Test
    void suggestsTheNearestProfile() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), CLUSTER);
        planning("clustre").refused("unknown-name").complains("--profile clustre", "Did you mean \"cluster\"?");
        planning("production").refused("unknown-name").complains("Known: cluster, local.");
    }

    @Test
    void saysThatThereIsNoFile() {
        planning("cluster").refused("unknown-name").complains("There is no penstock.yaml here or above", "local");
    }

    @Test
    void refusesUnknownKeysWithTheNearestKnownOne() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), """
            profiles:
              cluster:
                runer: kubernetes
                pools:
                  - name: a
                    gpuss: 1
            profile: x
            """);
        planning("cluster")
                .refused("unknown-name", "unknown-name", "unknown-name")
                .complains(
                        "penstock.yaml:3:5",
                        "Did you mean \"runner\"?",
                        "penstock.yaml:6:9",
                        "Did you mean \"gpus\"?",
                        "penstock.yaml:7:1",
                        "Did you mean \"profiles\"?");
    }

    @Test
    void refusesValuesThatCannotBeMeant() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), """
            profiles:
              cluster:
                runner: kubernets
                pools:
                  - name: a
                    cpu: -1
                    memory: lots
                    gpus: -2
                  - name: a
                    gpuKind: a10g
            """);
        planning("cluster")
                .refused(
                        "unknown-name",
                        "refused-value",
                        "refused-value",
                        "refused-value",
                        "refused-value",
                        "refused-value")
                .complains(
                        "penstock.yaml:3:13",
                        "Did you mean \"kubernetes\"?",
                        "penstock.yaml:7:17",
                        "\"lots\" is not an amount of memory",
                        "Two pools are called \"a\"",
                        "a kind of GPU but no number");
    }

    @Test
    void refusesWrongTypes() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), """
            profiles:
              cluster:
                pools:
                  - cpu: many
            """);
        planning("cluster").refused("wrong-type", "missing-value").complains("penstock.yaml:4:14", "penstock.yaml:4:9");
    }

    @Test
    void takesAProfileWithoutAnything() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), "profiles:\n  small:\n");
        planning("small").succeeded();
    }

    @Test
    void reportsProblemsOfTheFileWithThoseOfTheParameters() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), "profiles: {cluster: {runer: process}}");
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--param", "dephts=1"))
                .refused("unknown-name", "unknown-name");
    }

    private OutcomeAssert planning(String profile) {
        return assertThat(Call.in(folder).with(new Iris()).run("plan", "--profile", profile));
    }
}
