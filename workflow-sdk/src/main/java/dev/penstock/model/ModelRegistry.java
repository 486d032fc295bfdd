package dev.penstock.model;

import dev.penstock.artifact.Model;
import dev.penstock.flow.Approved;

/** Where models are registered; a worker with an MLflow server has an implementation. */
public interface ModelRegistry {

    /** Makes the model a version of the registered one of this name; the same step makes one version, however often. */
    ModelVersion register(String name, Model model);

    /**
     * Makes an approved version the champion, under whose name others ask for the model.
     *
     * <p>The champion until then stays known as the previous one.
     */
    ModelVersion promote(Approved<ModelVersion> approved);
}
