package dev.penstock.flow;

import static java.util.Objects.requireNonNull;

import dev.penstock.container.StatusTest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Kubernetes resource to create, and how to tell from its status that it is done; each method returns a changed copy. */
public record Resource(
        String apiVersion,
        String kind,
        SortedMap<String, Object> fields,
        Optional<StatusTest> success,
        Optional<StatusTest> failure,
        Optional<String> progress,
        Optional<String> podSelector,
        boolean keptAfterwards,
        SortedMap<String, String> outputs) {

    public Resource {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(kind, "kind");
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }

    public static Resource of(String apiVersion, String kind) {
        return new Resource(
                apiVersion,
                kind,
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                new TreeMap<>());
    }

    public static Resource rayJob() {
        return of("ray.io/v1", "RayJob")
                .succeedsWhen(field("status.jobStatus", "SUCCEEDED"))
                .failsWhen(field("status.jobStatus", "FAILED"));
    }

    public static Resource trainJob() {
        return of("trainer.kubeflow.org/v1alpha1", "TrainJob")
                .succeedsWhen(condition("Complete"))
                .failsWhen(condition("Failed"));
    }

    public static Resource pyTorchJob() {
        return of("kubeflow.org/v1", "PyTorchJob")
                .succeedsWhen(condition("Succeeded"))
                .failsWhen(condition("Failed"));
    }

    public static Resource jobSet() {
        return of("jobset.x-k8s.io/v1alpha2", "JobSet")
                .succeedsWhen(condition("Completed"))
                .failsWhen(condition("Failed"));
    }

    public static Resource sparkApplication() {
        return of("sparkoperator.k8s.io/v1beta2", "SparkApplication")
                .succeedsWhen(field("status.applicationState.state", "COMPLETED"))
                .failsWhen(field("status.applicationState.state", "FAILED"));
    }

    /** A condition of the status that is true. */
    public static StatusTest condition(String type) {
        return new StatusTest.Condition(type, "True");
    }

    /** A field of the resource with this value. */
    public static StatusTest field(String path, String value) {
        return new StatusTest.Field(path, value);
    }

    /** Sets a field such as {@code spec.entrypoint} to a handle, a constant, or maps and lists of both. */
    public Resource set(String path, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(fields);
        more.put(path, requireNonNull(value, path));
        return new Resource(apiVersion, kind, more, success, failure, progress, podSelector, keptAfterwards, outputs);
    }

    /** Sets several fields. */
    public Resource set(Map<String, ?> values) {
        Resource changed = this;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            changed = changed.set(value.getKey(), value.getValue());
        }
        return changed;
    }

    public Resource succeedsWhen(StatusTest test) {
        return new Resource(
                apiVersion, kind, fields, Optional.of(test), failure, progress, podSelector, keptAfterwards, outputs);
    }

    public Resource failsWhen(StatusTest test) {
        return new Resource(
                apiVersion, kind, fields, success, Optional.of(test), progress, podSelector, keptAfterwards, outputs);
    }

    /** Shows this field of the status, a share from 0 to 1 or a text, while the step runs. */
    public Resource progress(String path) {
        return new Resource(
                apiVersion, kind, fields, success, failure, Optional.of(path), podSelector, keptAfterwards, outputs);
    }

    /** Collects the logs of the pods with these labels. */
    public Resource pods(String labelSelector) {
        return new Resource(
                apiVersion,
                kind,
                fields,
                success,
                failure,
                progress,
                Optional.of(labelSelector),
                keptAfterwards,
                outputs);
    }

    /** Leaves the resource in the cluster when the step has ended. */
    public Resource keptAfterwards(boolean kept) {
        return new Resource(apiVersion, kind, fields, success, failure, progress, podSelector, kept, outputs);
    }

    /** Reads a component of what the step yields from a field of the resource. */
    public Resource yields(String component, String path) {
        SortedMap<String, String> more = new TreeMap<>(outputs);
        more.put(component, requireNonNull(path, component));
        return new Resource(apiVersion, kind, fields, success, failure, progress, podSelector, keptAfterwards, more);
    }
}
