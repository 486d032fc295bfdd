package dev.penstock.model;

import dev.penstock.artifact.Model;

/** Where models are registered; a worker with an MLflow server has an implementation. */
public interface ModelRegistry {

    /** Makes the model a version of the registered one of this name; the same step makes one version, however often. */
    ModelVersion register(String name, Model model);
}
