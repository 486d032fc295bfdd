package dev.penstock.cli.profile;

import dev.penstock.cli.profile.TemporalKey.Said;
import dev.penstock.host.WorkerSettings;
import dev.penstock.problem.Problems;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which Temporal server is meant, and the task queue on it.
 *
 * @param remote the last server that was named by its address, which {@code auto} tries first
 */
public record TemporalSettings(
        Target target,
        Optional<Target.Remote> remote,
        Optional<URI> ui,
        String taskQueue,
        Map<String, String> environment) {

    /** From configuration, variables and flags, each over the ones before. */
    static Optional<TemporalSettings> of(
            List<Map<TemporalKey, Said>> layers, Map<String, String> environment, Problems problems) {
        Map<TemporalKey, Said> all = new EnumMap<>(TemporalKey.class);
        layers.forEach(all::putAll);
        TemporalReading reading = new TemporalReading(all);
        Target target = new Target.Auto();
        Optional<Target.Remote> remote = Optional.empty();
        for (Map<TemporalKey, Said> layer : layers) {
            Optional<Target> named =
                    Optional.ofNullable(layer.get(TemporalKey.TARGET)).flatMap(reading::target);
            target = named.orElse(target);
            if (target instanceof Target.Remote last) {
                remote = Optional.of(last);
            }
        }
        Optional<URI> ui = reading.ui();
        problems.addAll(reading.problems());
        return reading.problems().isEmpty()
                ? Optional.of(new TemporalSettings(
                        target,
                        remote,
                        ui,
                        reading.text(TemporalKey.TASK_QUEUE).orElse(WorkerSettings.QUEUE),
                        environment))
                : Optional.empty();
    }

    /** For a dev server that has its files in this folder. */
    public ServerSettings server(Path folder) {
        ServerSettings settings = ServerSettings.in(folder).withEnvironment(environment);
        ServerSettings preferring = remote.map(settings::preferring).orElse(settings);
        return ui.map(preferring::withUi).orElse(preferring);
    }

    public TemporalSettings on(Target other) {
        return new TemporalSettings(other, remote, ui, taskQueue, environment);
    }
}
