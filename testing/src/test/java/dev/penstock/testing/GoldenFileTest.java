package dev.penstock.testing;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenFileTest {

    private static final String PROPERTY = "penstock.golden";

    private final Spec spec = Spec.of(new SmallPipeline("2Gi"));
    private final Spec changed = Spec.of(new SmallPipeline("4Gi"));
    private final String flag = System.getProperty(PROPERTY, "");

    @TempDir
    private Path folder;

    @BeforeEach
    void comparesOnly() {
        System.clearProperty(PROPERTY);
    }

    @AfterEach
    void putsTheFlagBack() {
        System.setProperty(PROPERTY, flag);
    }

    @Test
    void acceptsItsOwnGraph() throws IOException {
        assertThat(spec).matchesGolden(written(spec.toJsonWithoutSites()));
    }

    @Test
    void acceptsAFileWithSitesAndOtherLineEndings() throws IOException {
        assertThat(spec).matchesGolden(written(spec.toJson().replace("\n", "\r\n")));
    }

    @Test
    void tellsTheChangeInWordsAndHowToAcceptIt() throws IOException {
        Path file = written(spec.toJsonWithoutSites());
        assertThatThrownBy(() -> assertThat(changed).matchesGolden(file))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The spec of \"small\" is not the one in " + file)
                .hasMessageContaining("map-depths > train (SmallPipeline.java:")
                .hasMessageContaining("memory 2Gi → 4Gi")
                .hasMessageContaining("\"memory\": \"2Gi\"")
                .hasMessageContaining("\"memory\": \"4Gi\"")
                .hasMessageContaining("-Dpenstock.golden=rewrite");
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> assertThat(spec).matchesGolden(folder.resolve("none.json")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no golden file")
                .hasMessageContaining("-Dpenstock.golden=rewrite");
    }

    @Test
    void showsTheProblemsOfAFileThatIsNoSpec() throws IOException {
        Path file = written("{\"schema\": 1}");
        assertThatThrownBy(() -> assertThat(spec).matchesGolden(file))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The file cannot be read")
                .hasMessageContaining("\"pipeline\" is missing");
    }

    @Test
    void writesMissingAndChangedFilesUnderTheFlag() throws IOException {
        System.setProperty(PROPERTY, "rewrite");
        Path missing = folder.resolve("deep/down/small.json");
        Path old = written(changed.toJsonWithoutSites());
        assertThat(spec).matchesGolden(missing).matchesGolden(old);
        assertThat(missing).hasContent(spec.toJsonWithoutSites());
        assertThat(old).hasContent(spec.toJsonWithoutSites());
        assertThat(Files.readString(old)).doesNotContain("SmallPipeline.java:");
    }

    @Test
    void leavesAFileAloneThatIsRight() throws IOException {
        System.setProperty(PROPERTY, "rewrite");
        Path file = written(spec.toJson());
        assertThat(spec).matchesGolden(file);
        assertThat(file).hasContent(spec.toJson());
    }

    @Test
    void looksForResourcesWhereTheirSourceIs() {
        assertThat(GoldenFile.locate("golden/none.json")).isEqualTo(Path.of("src/test/resources/golden/none.json"));
        assertThat(GoldenFile.locate(folder.toString())).isEqualTo(folder);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("golden.json"), text);
    }
}
