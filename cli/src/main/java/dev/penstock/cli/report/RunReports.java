package dev.penstock.cli.report;

import dev.penstock.contract.Reports;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.fault.Evidence;
import dev.penstock.files.Trees;
import dev.penstock.process.SafeName;
import dev.penstock.spec.Spec;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.BlobException;
import dev.penstock.type.DataType;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** The reports of a run, which are brought to a folder while the run goes on. */
public final class RunReports {

    private static final String FIRST_PAGE = "index.html";

    private final Path folder;
    private final Values values;
    private final ArtifactStore store;
    private final Map<String, Future<Optional<Path>>> reports = new ConcurrentSkipListMap<>();
    private volatile @Nullable Spec spec;
    private volatile Map<String, DataType> outputs = new ConcurrentHashMap<>();

    /** @param folder of the run's reports alone; it is made when there is one */
    public RunReports(Path folder, Values values, ArtifactStore store) {
        this.folder = folder;
        this.values = values;
        this.store = store;
    }

    /** The steps of this spec are those that {@link #step} hears of. */
    public void of(Spec known) {
        outputs = ReportingSteps.of(known.pipeline());
        spec = known;
    }

    /** Brings what a step has written, if it has ended; does not wait for that. */
    public void step(StepStatus status, Optional<Datum> value) {
        Spec known = spec;
        DataType output = outputs.get(status.name());
        boolean ended = status.state() == StepState.SUCCEEDED || status.state() == StepState.REUSED;
        if (known != null && output != null && ended && value.isPresent()) {
            for (Evidence report : Reports.in(values.load(value.get()), output, known.types())) {
                bring(status.path(), report);
            }
        }
    }

    /** Brings what shows why a step rejected its data. */
    public void rejected(StepFailure failure) {
        failure.fault().evidence().forEach(report -> bring(failure.path(), report));
    }

    private void bring(String path, Evidence report) {
        Path place = place(path, report.name());
        FutureTask<Optional<Path>> task = new FutureTask<>(() -> brought(report, place));
        if (reports.putIfAbsent(place.toString(), task) == null) {
            Thread.ofVirtual().name("penstock-report").start(task);
        }
    }

    private Path place(String path, String name) {
        Path place = folder;
        for (String part : (path + "/" + name).split("/", -1)) {
            place = place.resolve(SafeName.of(part));
        }
        return place;
    }

    /** Where a person begins to read; nothing where it cannot be brought, which is no fault of the run. */
    private Optional<Path> brought(Evidence report, Path place) {
        try {
            Trees.delete(place);
            store.bring(report.uri(), report.digest(), place);
            Path first = place.resolve(FIRST_PAGE);
            return Optional.of(Files.exists(first) ? first : place);
        } catch (BlobException | IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** What was brought, in the order of the steps' paths; waits for what is still on its way. */
    public List<Path> await() throws InterruptedException {
        List<Path> all = new ArrayList<>();
        for (Future<Optional<Path>> report : reports.values()) {
            try {
                report.get().ifPresent(all::add);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }
}
