package dev.penstock.track;

import dev.penstock.artifact.Model;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.files.Trees;
import dev.penstock.flow.Approved;
import dev.penstock.flow.FaultKind;
import dev.penstock.function.CallContext;
import dev.penstock.mlflow.RegisteredVersion;
import dev.penstock.mlflow.Registration;
import dev.penstock.mlflow.Registry;
import dev.penstock.mlflow.Tracking;
import dev.penstock.model.ModelRegistry;
import dev.penstock.model.ModelVersion;
import dev.penstock.store.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Registers models in MLflow, with their files, for one call of a run. */
public final class MlflowModels implements ModelRegistry {

    private final MlflowTracker tracker;
    private final Tracking tracking;
    private final ArtifactStore artifacts;
    private final CallContext call;

    public MlflowModels(MlflowTracker tracker, Tracking tracking, ArtifactStore artifacts, CallContext call) {
        this.tracker = tracker;
        this.tracking = tracking;
        this.artifacts = artifacts;
        this.call = call;
    }

    @Override
    public ModelVersion register(String name, Model model) {
        try {
            return withContent(model, content -> {
                RegisteredVersion version = new Registry(tracking)
                        .register(new Registration(
                                name,
                                call.idempotencyKey(),
                                tracker.run(call.pipeline(), call.run()),
                                content,
                                new TreeMap<>(Map.of(
                                        "penstock.run", call.run(),
                                        "penstock.artifact", model.uri().toString(),
                                        "penstock.digest", model.digest()))));
                return new ModelVersion(version.model(), version.version(), version.page());
            });
        } catch (InterruptedException e) {
            throw new FaultException(Fault.of(FaultKind.CANCELLED, "It was interrupted."), e);
        }
    }

    @Override
    public ModelVersion promote(Approved<ModelVersion> approved) {
        ModelVersion version = approved.value();
        try {
            new Registry(tracking).promote(version.model(), version.number());
            return version;
        } catch (InterruptedException e) {
            throw new FaultException(Fault.of(FaultKind.CANCELLED, "It was interrupted."), e);
        }
    }

    /** Work with the files of a model. */
    private interface Using<T> {
        T use(Path content) throws InterruptedException;
    }

    private <T> T withContent(Model model, Using<T> using) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("penstock-model-");
            try {
                Path content = folder.resolve("content");
                artifacts.bring(model.uri(), model.digest(), content);
                return using.use(content);
            } finally {
                Trees.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
