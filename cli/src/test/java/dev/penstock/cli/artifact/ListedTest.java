package dev.penstock.cli.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.penstock.store.ArtifactStore.Kept;
import dev.penstock.store.Artifacts;
import dev.penstock.store.FileObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListedTest {

    @TempDir
    private Path folder;

    @Test
    void isAFileOrAFolderWhereverTheStoreLies() throws IOException {
        Artifacts store = new Artifacts(new FileObjectStore(folder.resolve("folders/store")));
        Path file = Files.writeString(folder.resolve("file"), "a file");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("a"), "one");
        RunValues run = new RunValues(
                new TreeMap<>(Map.of("a", value(store.keep(file)), "b", value(store.keep(tree)))),
                List.of(),
                Optional.empty());
        assertThat(Listed.of(run, store))
                .extracting(Listed::kind)
                .containsExactly(Listed.Kind.FILE, Listed.Kind.FOLDER);
    }

    private static JsonNode value(Kept kept) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("uri", kept.uri().toString())
                .put("digest", kept.digest());
    }
}
