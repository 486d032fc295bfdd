package dev.penstock.process;

import dev.penstock.room.Capacity;
import dev.penstock.room.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where processes run and what they get.
 *
 * @param home the folder below which environments, work, checkpoints and logs are
 * @param roots folders in which build contexts are looked for, before the application's own
 * @param application has build contexts as resources below {@code containers/}
 * @param environment of this process; steps get the part of it that every program needs, and secrets
 * @param keepsWork whether the work folders of failed attempts stay, for a person to look at
 * @param grace how long a process may take to end by itself when it is told to
 * @param mostLogBytes of one attempt; of more, the beginning and the end are kept
 * @param room what containers that run at once may ask for together
 */
public record ProcessSettings(
        Path home,
        List<Path> roots,
        ClassLoader application,
        Map<String, String> environment,
        boolean keepsWork,
        Duration grace,
        long mostLogBytes,
        Capacity room) {

    /** Names the Python to use, where that on PATH is not the one. */
    public static final String PYTHON = "PENSTOCK_PYTHON";

    /** Names what installs requirements: {@code uv} or {@code pip}; by default the first that is there. */
    public static final String INSTALLER = "PENSTOCK_INSTALLER";

    /** Lets the work folders of failed attempts stay. */
    public static final String KEEP_WORK = "PENSTOCK_KEEP_WORK";

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long MOST_LOG_BYTES = 64L << 20;

    public ProcessSettings {
        home = home.toAbsolutePath().normalize();
        roots = List.copyOf(roots);
        environment = Map.copyOf(environment);
    }

    public static ProcessSettings of(
            Path home, List<Path> roots, ClassLoader application, Map<String, String> environment) {
        boolean keepsWork = !environment.getOrDefault(KEEP_WORK, "").isBlank();
        return new ProcessSettings(
                home, roots, application, environment, keepsWork, GRACE, MOST_LOG_BYTES, Machine.capacity());
    }

    public ProcessSettings grace(Duration other) {
        return new ProcessSettings(home, roots, application, environment, keepsWork, other, mostLogBytes, room);
    }

    public ProcessSettings mostLogBytes(long bytes) {
        return new ProcessSettings(home, roots, application, environment, keepsWork, grace, bytes, room);
    }

    public ProcessSettings room(Capacity other) {
        return new ProcessSettings(home, roots, application, environment, keepsWork, grace, mostLogBytes, other);
    }

    /** Where programs are. */
    String path() {
        return environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    }

    Path environments() {
        return home.resolve("environments");
    }

    Path contexts() {
        return home.resolve("contexts");
    }

    Path compiled() {
        return home.resolve("pycache");
    }
}
