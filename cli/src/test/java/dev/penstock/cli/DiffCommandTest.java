package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.cli.sample.Hello;
import dev.penstock.cli.sample.Iris;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeAnOlderSpec() throws IOException {
        String older = Spec.of(new Iris()).toJson().replace("\"512Mi\"", "\"256Mi\"");
        Files.writeString(folder.resolve("older.json"), older);
    }

    @Test
    void saysWhatChanged() {
        assertThat(iris("diff", "older.json", "iris")).succeeded().prints("ingest", "256Mi", "512Mi");
    }

    @Test
    void endsWithOneForDifferencesOnlyWhenAsked() {
        assertThat(iris("diff", "older.json", "iris").code()).isZero();
        assertThat(iris("diff", "older.json", "iris", "--exit-code").code()).isEqualTo(1);
        assertThat(iris("diff", "iris", "iris", "--exit-code").code()).isZero();
    }

    @Test
    void writesJson() throws IOException {
        JsonNode diff = new JsonMapper()
                .readTree(iris("diff", "older.json", "iris", "--json").out());
        assertThat(diff.path("equal").booleanValue()).isFalse();
        assertThat(diff.path("changes").path(0).path("kind").asText()).isEqualTo("option");
        assertThat(diff.path("changes").path(0).path("after").asText()).startsWith("Iris.java:");
    }

    @Test
    void reportsWhatIsWrongWithBothSides() {
        assertThat(Call.in(folder).run("diff", "gone.json", "gone.jar"))
                .refused("unreadable", "unreadable")
                .complains("gone.json", "gone.jar");
    }

    private Outcome iris(String... args) {
        return Call.in(folder).with(new Iris(), new Hello()).run(args);
    }
}
