package dev.penstock.mlflow;

/**
 * A run in MLflow.
 *
 * @param artifacts where its files go, as MLflow names it, such as {@code mlflow-artifacts:/1/2f…/artifacts}
 */
public record TrackedRun(String experiment, String id, String artifacts) {}
