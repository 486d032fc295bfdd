package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.sample.Bricks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The artifacts of a run that is only a record any more. */
final class ArtifactCommandTest {

    private static final String LAY = """
            height=$(sed 's/.*"height":\\([0-9]*\\).*/\\1/' $PENSTOCK_IN/inputs.json)
            mkdir $PENSTOCK_OUT/result
            for row in $(seq $height); do echo brick $row > $PENSTOCK_OUT/result/$row; done
            """;

    private static final String MEASURE = """
            import os, pathlib
            pathlib.Path(os.environ["PENSTOCK_OUT"], "outputs.json").write_text('{"height": 3, "material": "brick"}')
            """;

    @TempDir
    private Path folder;

    private Call call;

    @BeforeEach
    void buildAWall() throws IOException {
        call = Call.in(folder)
                .with(new Bricks())
                .env("PATH", System.getenv("PATH"))
                .env("MLFLOW_TRACKING_URI", "off")
                .env("PENSTOCK_TEMPORAL_TARGET", "embedded");
        Path context = Files.createDirectories(folder.resolve("containers/bricks"));
        Files.writeString(context.resolve("lay.sh"), LAY);
        Files.writeString(context.resolve("measure.py"), MEASURE);
        assertThat(call.run("run", "bricks", "--input", "[3]", "--name", "monday"))
                .succeeded();
    }

    @Test
    void listsTheArtifactsOfARun() {
        Outcome listed = call.run("artifact", "ls", "monday");
        assertThat(listed).succeeded().prints("lay Wall 3 files 24 bytes sha256:");
        Assertions.assertThat(listed.out().lines()).singleElement().asString().startsWith(step(listed));
        assertThat(call.run("artifact", "ls", "monday", "--json"))
                .succeeded()
                .prints(
                        "\"kind\": \"folder\"",
                        "\"step\": \"" + step(listed) + "\"",
                        "\"files\": 3",
                        "\"type\": \"Wall\"");
        assertThat(call.run("artifact", "ls", "moday")).refused("unknown-run").complains("Did you mean \"monday\"?");
    }

    @Test
    void saysWhatTheStoreHolds() {
        assertThat(call.run("artifact", "ls"))
                .succeeded()
                .prints(
                        "penstock-home/store 400 bytes in 4 contents",
                        "folders 1",
                        "monday bricks succeeded 1 artifact");
        assertThat(call.run("artifact", "ls", "--json")).succeeded().prints("\"folders\": 1", "\"artifacts\": 1");
    }

    @Test
    void getsAnArtifactToANewFolder() {
        String step = step(call.run("artifact", "ls", "monday"));
        assertThat(call.run("artifact", "get", "monday", step))
                .succeeded()
                .prints(folder.resolve("lay").toString(), "3 files, 24 bytes");
        Assertions.assertThat(folder.resolve("lay/2")).hasContent("brick 2");
        assertThat(call.run("artifact", "get", "monday", step, "-o", "lay"))
                .refused("already-there")
                .complains(folder.resolve("lay").toString(), "not overwritten", "-o");
        assertThat(call.run("artifact", "get", "monday", step, "-o", "deep/wall"))
                .succeeded();
        Assertions.assertThat(folder.resolve("deep/wall/3")).hasContent("brick 3");
    }

    @Test
    void getsAnArtifactByItsDigest() {
        String digest = digest(call.run("artifact", "ls", "monday"));
        assertThat(call.run("artifact", "get", digest, "-o", "wall")).succeeded();
        Assertions.assertThat(folder.resolve("wall/1")).hasContent("brick 1");
        assertThat(call.run("artifact", "get", "sha256:" + "0".repeat(64)))
                .refused("not-in-store")
                .complains("does not have it");
        assertThat(call.run("artifact", "get", "monday"))
                .refused("missing-value")
                .complains("STEP is not given", "penstock artifact ls monday");
    }

    @Test
    void namesTheNearestStep() {
        String step = step(call.run("artifact", "ls", "monday"));
        assertThat(call.run("artifact", "get", "monday", step.replace("lay", "lai")))
                .refused("unknown-name")
                .complains("No step of this name has yielded anything", "Did you mean \"" + step + "\"?");
        assertThat(call.run("artifact", "get", "monday", step.replace("lay", "measure")))
                .refused("unknown-name")
                .complains("has no artifact", step);
        assertThat(call.run("artifact", "get", "monday", step + ".roof"))
                .refused("unknown-name")
                .complains("has no artifact \"roof\"");
    }

    @Test
    void refusesWhatIsDamagedAndWritesNothing() throws IOException {
        String step = step(call.run("artifact", "ls", "monday"));
        Path brick = contents().stream()
                .filter(file -> holds(file, "brick 2"))
                .findFirst()
                .orElseThrow();
        Files.writeString(brick, "crumb 2\n");
        assertThat(call.run("artifact", "get", "monday", step))
                .refused("not-in-store")
                .complains("is damaged", "penstock retry RUN --from STEP");
        Assertions.assertThat(folder.resolve("lay")).doesNotExist();
        assertThat(call.run("artifact", "ls", "monday")).succeeded().prints("missing");
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("penstock-home/store/sha256"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String step(Outcome listed) {
        return listed.out().lines().findFirst().orElseThrow().split(" ", 2)[0];
    }

    private static String digest(Outcome listed) {
        Matcher matcher = Pattern.compile("sha256:[0-9a-f]{64}").matcher(listed.out());
        Assertions.assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
