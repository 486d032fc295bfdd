package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.container.Container;
import dev.penstock.contract.Asked;
import dev.penstock.contract.Samples.Scored;
import dev.penstock.contract.Samples.Table;
import dev.penstock.flow.FaultKind;
import dev.penstock.store.ArtifactStore.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page for people who write steps do what it says. */
final class ContractPageTest {

    @TempDir
    private Path temporary;

    private Bench bench;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Bench(temporary);
    }

    @Test
    void showsAStepInPython() throws Exception {
        bench.file("test/main.py", shown("python"));

        worksWith(Container.image("test").command("python", "main.py"));
    }

    @Test
    void showsAStepInAShell() throws Exception {
        bench.file("test/main.sh", shown("sh"));

        worksWith(Container.image("test").command("sh", "main.sh"));
    }

    @Test
    void showsARejection() throws Exception {
        bench.file("test/main.sh", shown("sh"));

        assertThat(bench.fails(asked(Container.image("test").command("sh", "main.sh"), "")))
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(FaultKind.REJECTED);
                    assertThat(fault.message()).isEqualTo("There are no rows to learn from.");
                });
    }

    private void worksWith(Container container) throws Exception {
        JsonNode yielded = bench.run(asked(container, "one\ntwo\n"));

        assertThat(yielded.path("accuracy").doubleValue()).isEqualTo(0.93);
        assertThat(bench.store().text(yielded.at("/model/digest").asText()).strip())
                .isEqualTo("2 rows at depth 4");
        assertThat(bench.heard()).anyMatch(words -> words.startsWith("50 % · fits"));
    }

    private Asked asked(Container container, String rows) throws IOException {
        Kept kept = bench.store().keep(rows);
        return Asked.of(container, Scored.class)
                .with("train", Table.class, "{\"uri\":\"%s\",\"digest\":\"%s\"}".formatted(kept.uri(), kept.digest()))
                .with("depth", Integer.class, "4");
    }

    private static String shown(String language) throws IOException {
        String page = Files.readString(Path.of("../docs/container-contract.md"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
