package dev.penstock.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Report;
import dev.penstock.container.Container;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.fault.Evidence;
import dev.penstock.fault.Fault;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.Artifacts;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportsTest {

    record Table(URI uri, String digest) implements Dataset {}

    record Page(URI uri, String digest) implements Report {}

    record Checked(Table table, Page page) {}

    record Check(Value<Integer> rows) implements ContainerStep<Checked> {
        @Override
        public Container container() {
            return Container.image("check");
        }
    }

    static final class Checking implements Pipeline<List<Integer>, List<Checked>> {
        @Override
        public Value<List<Checked>> define(Flow flow, Value<List<Integer>> rows) {
            return flow.map(rows, each -> flow.run(new Check(each)));
        }
    }

    @TempDir
    Path temporary;

    private Path folder;
    private Artifacts artifacts;
    private RunReports reports;

    @BeforeEach
    void open() {
        FileObjectStore objects = new FileObjectStore(temporary.resolve("store"));
        folder = temporary.resolve("reports");
        artifacts = new Artifacts(objects);
        reports = new RunReports(folder, new Values(new ObjectBlobStore(objects)), artifacts);
        reports.of(new Checking().toSpec());
    }

    private ArtifactStore.Kept keep(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return artifacts.keep(temporary.resolve(Path.of(name).getName(0)));
    }

    private static Datum checked(ArtifactStore.Kept table, ArtifactStore.Kept page) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("table").put("uri", table.uri().toString()).put("digest", table.digest());
        json.putObject("page").put("uri", page.uri().toString()).put("digest", page.digest());
        return Datum.of(json);
    }

    private static StepStatus status(String path, StepState state) {
        Instant now = Instant.now();
        return new StepStatus(path, "check", "container", state, 1, now, Optional.of(now), "", Optional.empty());
    }

    @Test
    void bringsThePagesOfEachStepAndNoData() throws Exception {
        ArtifactStore.Kept table = keep("table", "rows");
        ArtifactStore.Kept pages = keep("pages/index.html", "all is well");
        ArtifactStore.Kept page = keep("page", "alone");
        reports.step(status("map-in[0]/check", StepState.SUCCEEDED), Optional.of(checked(table, pages)));
        reports.step(status("map-in[1]/check", StepState.REUSED), Optional.of(checked(table, page)));
        reports.step(status("map-in[2]/check", StepState.RUNNING), Optional.empty());
        assertThat(reports.await())
                .containsExactly(
                        folder.resolve("map-in[0]/check/page/index.html"), folder.resolve("map-in[1]/check/page"))
                .allSatisfy(path -> assertThat(path).isRegularFile());
    }

    @Test
    void holdsNobodyUpAndFailsNothingWhereAValueIsLost() throws Exception {
        Datum lost = Datum.of(JsonNodeFactory.instance
                .objectNode()
                .put("@stored", "sha256:" + "0".repeat(64))
                .put("bytes", 100_000));
        reports.step(status("check", StepState.REUSED), Optional.of(lost));
        assertThat(reports.await()).isEmpty();
    }

    @Test
    void replacesWhatAnEarlierAttemptAtTheRunLeft() throws Exception {
        Path old = folder.resolve("check/page/old.html");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");
        reports.step(
                status("check", StepState.SUCCEEDED),
                Optional.of(checked(keep("table", "rows"), keep("pages/index.html", "new"))));
        assertThat(reports.await()).containsExactly(folder.resolve("check/page/index.html"));
        assertThat(old).doesNotExist();
    }

    @Test
    void bringsWhatShowsWhyAStepRejected() throws Exception {
        ArtifactStore.Kept page = keep("page", "7 % are empty");
        Fault fault = Fault.of(FaultKind.REJECTED, "7 % of the rows are empty")
                .showing(List.of(new Evidence("page", page.uri(), page.digest())));
        reports.rejected(new StepFailure("check", "map-in[0]/check", 1, "Checking.java:1", fault, Optional.empty()));
        assertThat(reports.await()).containsExactly(folder.resolve("map-in[0]/check/page"));
    }

    @Test
    void leavesOutWhatIsGone() throws Exception {
        ArtifactStore.Kept table = keep("table", "rows");
        var gone = new ArtifactStore.Kept(
                URI.create(table.uri().toString().replaceAll("[0-9a-f]{62}$", "0".repeat(62))),
                "sha256:" + table.digest().substring(7, 9) + "0".repeat(62),
                1,
                1);
        reports.step(status("check", StepState.SUCCEEDED), Optional.of(checked(table, gone)));
        assertThat(reports.await()).isEmpty();
    }
}
