package dev.penstock.cli.artifact;

import dev.penstock.cli.connect.Contact;
import dev.penstock.cli.connect.Home;
import dev.penstock.fault.FaultException;
import dev.penstock.host.Payloads;
import dev.penstock.mlflow.Credentials;
import dev.penstock.mlflow.LocalMlflow;
import dev.penstock.mlflow.Mlflow;
import dev.penstock.mlflow.Registry;
import dev.penstock.mlflow.Tracking;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.record.RecordTexts;
import dev.penstock.runs.RememberedRuns;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.store.Mentions;
import dev.penstock.store.Roots;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowServiceException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks everybody who may refer to contents of the store, and takes no silence for an answer. */
public final class Referrers {

    /**
     * What they have told.
     *
     * @param atWorkSince since when the oldest workflow runs that has not ended
     */
    public record Answers(List<Roots> roots, Optional<Instant> atWorkSince) {}

    public static final String UNREADABLE = "unreadable-workflows";
    private static final int MOST_SHOWN = 3;

    private final Home home;
    private final Map<String, String> environment;
    private final ServerSettings settings;
    private final Supplier<Path> python;
    private final Problems problems = new Problems();
    private final List<Roots> roots = new ArrayList<>();
    private final List<Instant> atWork = new ArrayList<>();

    /** @param python makes an interpreter that has MLflow, for the server of this machine where it does not run */
    public Referrers(Home home, Map<String, String> environment, ServerSettings settings, Supplier<Path> python) {
        this.home = home;
        this.environment = environment;
        this.settings = settings;
        this.python = python;
    }

    /** What they refer to; an {@link InvalidInputException} that names all who did not tell. */
    public Answers ask(Servers servers, boolean unreadableCount) {
        tried(() -> roots.add(new RecordTexts(home.runs()).roots()));
        tried(() -> temporal(servers, unreadableCount));
        servers.mlflow().forEach(address -> tried(() -> mlflow(address)));
        LocalMlflow local = new LocalMlflow(home.mlflow());
        if (servers.localMlflow() && local.isKnown()) {
            tried(() -> mlflow(local.address(python, waited -> {})));
        }
        problems.throwIfAny();
        return new Answers(List.copyOf(roots), atWork.stream().min(Comparator.naturalOrder()));
    }

    private void tried(Runnable asking) {
        try {
            asking.run();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        } catch (FaultException e) {
            problems.add(
                    Code.UNKNOWN_REFERENCES,
                    "MLflow",
                    e.fault().message(),
                    e.fault().remedy().orElse("See to it that it answers, and try again."));
        }
    }

    private void temporal(Servers servers, boolean unreadableCount) {
        List<Engine> engines;
        try {
            engines = Engines.all(servers.temporal(), servers.dev(), servers.usual(), settings);
        } catch (InvalidInputException e) {
            e.problems().forEach(this::silent);
            return;
        }
        try {
            engines.forEach(engine -> temporal(engine, unreadableCount));
        } finally {
            engines.forEach(Engine::close);
        }
    }

    private void silent(Problem why) {
        problems.add(
                why.code(),
                why.where(),
                why.message(),
                why.remedy() + " Where it needs TLS or a key, name it in a profile; where it is gone for good:"
                        + " --disregard-references-of ADDRESS or ADDRESS/NAMESPACE");
    }

    private void temporal(Engine engine, boolean unreadableCount) {
        RememberedRuns remembered;
        try {
            remembered = RememberedRuns.of(engine.client(WorkflowClientOptions.newBuilder()
                    .setDataConverter(Payloads.converter())
                    .build()));
        } catch (StatusRuntimeException | WorkflowServiceException e) {
            Problem why = Contact.explain(e).orElseThrow(() -> e);
            problems.add(why.code(), engine.words(), why.message(), why.remedy());
            return;
        }
        if (unreadableCount && !remembered.unreadable().isEmpty()) {
            int count = remembered.unreadable().size();
            problems.add(
                    Code.UNKNOWN_REFERENCES,
                    engine.words(),
                    "Parts of %s workflows cannot be decoded here, such as %s."
                            .formatted(
                                    count,
                                    String.join(", ", remembered.unreadable().subList(0, Math.min(MOST_SHOWN, count)))),
                    "Where they surely do not refer to this store: --disregard-references-of " + UNREADABLE);
        }
        remembered.atWorkSince().ifPresent(atWork::add);
        roots.add(new Roots("workflows, %s".formatted(engine.words()), remembered.workflows(), remembered.mentions()));
    }

    private void mlflow(URI address) {
        Mentions mentions = new Mentions();
        try (Tracking tracking = new Tracking(Mlflow.at(address, Credentials.of(environment)))) {
            long versions = new Registry(tracking).tell(mentions::add);
            roots.add(new Roots("model versions in MLflow at %s".formatted(address), versions, mentions));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
