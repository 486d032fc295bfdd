package dev.penstock.server;

import dev.penstock.daemon.Endings;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.server.Target.Remote;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dev server of a folder: started by the first who needs it, shared by all, ended by the last. */
final class DevServer {

    private static final Logger LOG = LoggerFactory.getLogger(DevServer.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final DevServerFolder folder;
    private final ServerSettings settings;

    private DevServer(ServerSettings settings) {
        this.folder = DevServerFolder.at(settings.folder());
        this.settings = settings;
    }

    static Engine open(ServerSettings settings) {
        DevServer server = new DevServer(settings);
        return server.folder.alone(() -> {
            Optional<DevServerState> running = DevServerState.running(server.folder);
            return server.connect(running.orElseGet(server::start));
        });
    }

    /** The server that somebody else has started, if any. */
    static Optional<Engine> join(ServerSettings settings) {
        if (DevServerState.running(new DevServerFolder(settings.folder())).isEmpty()) {
            return Optional.empty();
        }
        DevServer server = new DevServer(settings);
        return server.folder.alone(() -> DevServerState.running(server.folder).map(server::connect));
    }

    private DevServerState start() {
        Path cli = new TemporalCli(settings.environment()).require();
        DevServerPorts ports = DevServerPorts.choose(settings);
        Set<Long> before = children().map(ProcessHandle::pid).collect(Collectors.toSet());
        // A signal that comes while the server starts must not leave one that nobody knows.
        Thread atExit =
                new Thread(() -> newServers(before).forEach(ProcessHandle::destroy), "penstock-dev-server-unborn");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            return start(cli, ports, before);
        } finally {
            forget(atExit);
        }
    }

    private DevServerState start(Path cli, DevServerPorts ports, Set<Long> before) {
        TemporalDevServer started = launch(cli, ports);
        try {
            DevServerState state = newServers(before)
                    .findFirst()
                    .map(process -> DevServerState.of(process, ports.server(), ports.ui()))
                    .orElseThrow(() -> new IllegalStateException("the system does not tell which process it started"));
            state.write(folder);
            return state;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private TemporalDevServer launch(Path cli, DevServerPorts ports) {
        try {
            return TemporalDevServer.start(ServerSettings.NAMESPACE, options(cli, ports));
        } catch (RuntimeException e) {
            throw new InvalidInputException(List.of(new DevServerFailure(folder, ports).explain(e)));
        }
    }

    private TemporalDevServerOptions options(Path cli, DevServerPorts ports) {
        return TemporalDevServerOptions.newBuilder()
                .setExistingPath(cli.toString())
                .setDownloadEnabled(false)
                .setPort(ports.server())
                .setUiPort(ports.ui())
                .setDatabaseFilename(folder.database().toString())
                .setLogFile(folder.log().toString())
                .setLogFormat("text")
                .setStartupTimeout(START_PATIENCE)
                .setExtraArgs(DevServerFlags.all())
                .build();
    }

    private Engine connect(DevServerState state) {
        Path user = new DevServerUsers(folder).join();
        Thread atExit = new Thread(() -> leave(user), "penstock-dev-server-end");
        try {
            Engine engine = RemoteServer.openOwn(
                    Remote.at(Address.local(state.port())),
                    settings,
                    URI.create("http://127.0.0.1:" + state.uiPort()),
                    "dev: on this machine at 127.0.0.1:%s, durable in %s".formatted(state.port(), folder.path()),
                    () -> {
                        leave(user);
                        forget(atExit);
                    });
            Runtime.getRuntime().addShutdownHook(atExit);
            return engine;
        } catch (RuntimeException e) {
            leaveAlone(user);
            throw e;
        }
    }

    private void leave(Path user) {
        folder.alone(() -> {
            leaveAlone(user);
            return user;
        });
    }

    private void leaveAlone(Path user) {
        DevServerUsers users = new DevServerUsers(folder);
        users.leave(user);
        if (!users.present().isEmpty()) {
            LOG.info("The dev server of {} keeps running for its other users", folder.path());
            return;
        }
        DevServerState.running(folder).flatMap(DevServerState::process).ifPresent(Endings::end);
        DevServerState.remove(folder);
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            LOG.debug("The process is ending", alreadyEnding);
        }
    }

    private static Stream<ProcessHandle> newServers(Set<Long> before) {
        return children()
                .filter(child -> !before.contains(child.pid()))
                .filter(child -> child.info().commandLine().orElse("").contains("start-dev"));
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children();
    }
}
