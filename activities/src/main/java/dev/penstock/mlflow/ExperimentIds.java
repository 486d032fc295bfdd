package dev.penstock.mlflow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mlflow.api.proto.Service.Experiment;

/** The ids of experiments, which are made where they are not there yet. */
final class ExperimentIds {

    /** One that was deleted and made anew meanwhile is found again after this. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Client client;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ExperimentIds(Client client) {
        this.client = client;
    }

    private record Known(String id, long since) {}

    String of(String name) throws InterruptedException {
        Known before = known.get(name);
        if (before != null && System.nanoTime() - before.since() < REMEMBERED.toNanos()) {
            return before.id();
        }
        return remembered(name, found(name));
    }

    /** Learns the id of one that is there. */
    void learn(String name) throws InterruptedException {
        Optional<Experiment> there = client.call(api -> api.getExperimentByName(name));
        if (there.isPresent() && !isDeleted(there.get())) {
            remembered(name, there.get().getExperimentId());
        }
    }

    private String remembered(String name, String id) {
        known.put(name, new Known(id, System.nanoTime()));
        return id;
    }

    private String found(String name) throws InterruptedException {
        Optional<Experiment> there = client.call(api -> api.getExperimentByName(name));
        if (there.isPresent()) {
            return active(there.get(), name);
        }
        try {
            return client.call(api -> api.createExperiment(name));
        } catch (MlflowException e) {
            if (!e.is("RESOURCE_ALREADY_EXISTS")) {
                throw e;
            }
            return client.call(api -> api.getExperimentByName(name))
                    .map(Experiment::getExperimentId)
                    .orElseThrow(() -> e);
        }
    }

    private static String active(Experiment experiment, String name) {
        if (isDeleted(experiment)) {
            throw MlflowException.refused(
                    400,
                    "",
                    "the experiment \"%s\" was deleted; restore it with: mlflow experiments restore --experiment-id %s"
                            .formatted(name, experiment.getExperimentId()));
        }
        return experiment.getExperimentId();
    }

    private static boolean isDeleted(Experiment experiment) {
        return experiment.getLifecycleStage().equals("deleted");
    }
}
