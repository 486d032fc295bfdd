package dev.penstock.cli.params;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.OutcomeAssert;
import dev.penstock.cli.sample.Hello;
import dev.penstock.cli.sample.Iris;
import dev.penstock.cli.sample.Tuned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileParametersTest {

    @TempDir
    Path folder;

    @Test
    void laysTheFileOverTheDefaultsAndTheFlagsOverTheFile() throws IOException {
        tuned("run.yaml", """
            name: file
            search:
              depths: [8]
            """, "--param", "name=flag")
                .succeeded()
                .prints("\"flag\"          --param", "[8]             run.yaml:3:11", "0.1             default");
    }

    @Test
    void readsJsonToo() throws IOException {
        tuned("run.json", "{\"search\": {\"rate\": 0.5}}").succeeded().prints("0.5             run.json:1:21");
    }

    @Test
    void tellsLineAndColumnOfEachWrongValue() throws IOException {
        tuned("run.yaml", """
            name: 5
            search:
              rate: fast
              depths:
                - 1
                - many
            wieghts: {}
            """)
                .refused("wrong-type", "wrong-type", "wrong-type", "unknown-name")
                .complains(
                        "run.yaml:1:7, name",
                        "run.yaml:3:9, search.rate",
                        "run.yaml:6:7, search.depths[1]",
                        "Expected int, got the text \"many\"",
                        "run.yaml:7:1, wieghts",
                        "Did you mean \"weights\"?");
    }

    @Test
    void tellsLineAndColumnInJson() throws IOException {
        tuned("run.json", "{\n  \"search\": {\n    \"rate\": \"fast\"\n  },\n  \"nam\": 1\n}")
                .refused("wrong-type", "unknown-name")
                .complains("run.json:3:13, search.rate", "run.json:5:3, nam");
    }

    @Test
    void tellsWhatAPartOfTheFileLacks() throws IOException {
        Files.writeString(folder.resolve("run.yaml"), """
            source: s3://bucket/iris.csv
            depths: [2]
            minAccuracy: 0.9
            mode: FAST
            labels: {}
            strategy: {"@type": Grid, steps: 3}
            optimizer:
              momentum: {amount: 0.9, nesterov: true}
            """);
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--params", "run.yaml"))
                .refused("missing-value")
                .complains("optimizer.rate", "--param optimizer.rate=0.5, or in run.yaml");
    }

    @Test
    void letsTheRecordItselfRefuseWithThePlaceInTheFile() throws IOException {
        Files.writeString(folder.resolve("run.yaml"), """
            source: s3://bucket/iris.csv
            depths: [2]
            minAccuracy: 0.9
            mode: FAST
            labels: {}
            strategy: {"@type": Grid, steps: 3}
            optimizer: {rate: 0}
            """);
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--params", "run.yaml"))
                .refused("refused-value")
                .complains("run.yaml:7", "the rate must be above zero");
    }

    @Test
    void takesTheWholeInputFromAFile() throws IOException {
        Files.writeString(folder.resolve("name.yaml"), "World");
        assertThat(Call.in(folder).with(new Hello()).run("plan", "--params", "name.yaml"))
                .succeeded()
                .prints("\"World\"");
        assertThat(Call.in(folder).with(new Hello()).run("plan", "--params", "name.yaml", "--input", "x"))
                .refused("repeated-option");
    }

    @Test
    void refusesAListWhereARecordIsNeeded() throws IOException {
        tuned("run.yaml", "- 1\n- 2\n")
                .refused("wrong-type")
                .complains("run.yaml:1:1", "Expected Params, got the list [1,2]");
    }

    @Test
    void refusesOtherFormats() throws IOException {
        tuned("run.toml", "name = 1").refused("unreadable").complains(".json, .yaml or .yml");
    }

    @Test
    void refusesFilesThatAreNotThere() throws IOException {
        Files.createFile(folder.resolve("runs.yaml"));
        assertThat(Call.in(folder).with(new Tuned()).run("plan", "--params", "run.yaml"))
                .refused("unreadable")
                .complains("no such file", "Did you mean \"runs.yaml\"");
    }

    @Test
    void refusesFolders() throws IOException {
        Files.createDirectory(folder.resolve("run.yaml"));
        assertThat(Call.in(folder).with(new Tuned()).run("plan", "--params", "run.yaml"))
                .refused("unreadable")
                .complains("a folder");
    }

    @Test
    void doesNotCallMissingWhatAMalformedFileMayHold() throws IOException {
        Files.writeString(folder.resolve("run.yaml"), "source: [");
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--params", "run.yaml"))
                .refused("malformed");
    }

    private OutcomeAssert tuned(String name, String text, String... more) throws IOException {
        Files.writeString(folder.resolve(name), text);
        String[] args = new String[3 + more.length];
        args[0] = "plan";
        args[1] = "--params";
        args[2] = name;
        System.arraycopy(more, 0, args, 3, more.length);
        return assertThat(Call.in(folder).with(new Tuned()).run(args));
    }
}
