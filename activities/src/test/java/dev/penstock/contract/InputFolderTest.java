package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.contract.Samples.Many;
import dev.penstock.contract.Samples.Table;
import dev.penstock.flow.Done;
import dev.penstock.store.ArtifactStore.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void namesEachArtifactByThePathWhereItIs() throws IOException {
        PlainStore store = new PlainStore(Files.createDirectory(temporary.resolve("store")));
        Path in = Files.createDirectory(temporary.resolve("in"));
        String table = reference(store.keep("rows"));
        String model = reference(store.keep("a model"));
        Asked asked = Asked.of(Done.class)
                .with("train", Table.class, table)
                .with("depth", Integer.class, "4")
                .with(
                        "tried",
                        Many.class,
                        "{\"candidates\":[{\"model\":%s,\"accuracy\":0.5},{\"model\":%s,\"accuracy\":0.6}]}"
                                .formatted(model, table));

        InputFolder.write(asked.task(), InputFolder.values(asked.task(), asked), store, in);

        JsonNode inputs = Asked.json(Files.readString(in.resolve("inputs.json")));
        assertThat(inputs.path("depth").intValue()).isEqualTo(4);
        assertThat(inputs.path("train").asText()).isEqualTo(in.resolve("train").toString());
        assertThat(Files.readString(in.resolve("train"))).isEqualTo("rows");
        assertThat(Files.readString(
                        Path.of(inputs.at("/tried/candidates/0/model").asText())))
                .isEqualTo("a model");
        assertThat(inputs.at("/tried/candidates/0/accuracy").doubleValue()).isEqualTo(0.5);
        assertThat(inputs.at("/tried/candidates/1/model").asText())
                .as("what is the same is there once")
                .isEqualTo(inputs.path("train").asText());
    }

    private static String reference(Kept kept) {
        return "{\"uri\":\"%s\",\"digest\":\"%s\"}".formatted(kept.uri(), kept.digest());
    }
}
