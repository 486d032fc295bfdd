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
import dev.penstock.type.DataType;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.io.IOException;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports of a run, which are brought to a folder while the run goes on. */
public final class RunReports {

    private static final Logger LOG = LoggerFactory.getLogger(RunReports.class);
    private static final String FIRST_PAGE = "index.html";

    private final Path folder;
    private final Values values;
    private final ArtifactStore store;
    private final Map<String, Future<List<Path>>> reports = new ConcurrentSkipListMap<>();
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
        outputs = ReportingSteps.of(known);
        spec = known;
    }

    /** Brings what a step has written, if it has ended; does nothing of that in the thread that asks. */
    public void step(StepStatus status, Optional<Datum> value) {
        Spec known = spec;
        DataType output = outputs.get(status.name());
        boolean ended = status.state() == StepState.SUCCEEDED || status.state() == StepState.REUSED;
        if (known != null && output != null && ended && value.isPresent()) {
            bring(status.path(), () -> Reports.in(values.load(value.get()), output, known.types()));
        }
    }

    /** Brings what shows why a step rejected its data. */
    public void rejected(StepFailure failure) {
        bring(failure.path(), () -> failure.fault().evidence());
    }

    private void bring(String path, Supplier<List<Evidence>> find) {
        FutureTask<List<Path>> task = new FutureTask<>(() -> brought(path, find));
        if (reports.putIfAbsent(path, task) == null) {
            Thread.ofVirtual().name("penstock-report").start(task);
        }
    }

    /** Where a person begins to read; without what cannot be brought, which is no fault of the run. */
    private List<Path> brought(String path, Supplier<List<Evidence>> find) {
        List<Path> pages = new ArrayList<>();
        try {
            for (Evidence report : find.get()) {
                Path place = place(path, report.name());
                Trees.delete(place);
                store.bring(report.uri(), report.digest(), place);
                Path first = place.resolve(FIRST_PAGE);
                pages.add(Files.exists(first) ? first : place);
            }
        } catch (RuntimeException | IOException e) {
            LOG.warn("The reports of {} are not all there: {}", path, e.toString());
        }
        return pages;
    }

    private Path place(String path, String name) {
        Path place = folder;
        for (String part : (path + "/" + name).split("/", -1)) {
            place = place.resolve(SafeName.of(part));
        }
        return place;
    }

    /** What was brought, in the order of the steps' paths; waits for what is still on its way. */
    public List<Path> await() throws InterruptedException {
        List<Path> all = new ArrayList<>();
        for (Future<List<Path>> report : reports.values()) {
            try {
                all.addAll(report.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }
}
