package dev.penstock.server;

import dev.penstock.problem.Code;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dev server of a folder: started by the first who needs it, shared by all, ended by the last. */
final class DevServer {

    private static final Logger LOG = LoggerFactory.getLogger(DevServer.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final long GRACE_SECONDS = 10;

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
        Set<Long> before = children();
        try {
            TemporalDevServer.start(ServerSettings.NAMESPACE, options(cli, ports));
        } catch (RuntimeException e) {
            throw new InvalidInputException(List.of(new DevServerFailure(folder, ports).explain(e)));
        }
        ProcessHandle process = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child.pid()))
                .filter(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains("start-dev"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        Code.SERVER_NOT_STARTED,
                        cli.toString(),
                        "The dev server runs, but its process is not found.",
                        "Name the temporal binary itself, not a script that starts it, in PENSTOCK_TEMPORAL."));
        DevServerState state = DevServerState.of(process, ports.server(), ports.ui());
        state.write(folder);
        return state;
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
        DevServerUsers users = new DevServerUsers(folder);
        Path user = users.join();
        Thread atExit = new Thread(() -> leave(users, user, state), "penstock-dev-server-end");
        try {
            Engine engine = RemoteServer.open(
                    Remote.at(Address.local(state.port())),
                    settings,
                    Optional.of(URI.create("http://127.0.0.1:" + state.uiPort())),
                    "dev: on this machine at 127.0.0.1:%s, durable in %s".formatted(state.port(), folder.path()),
                    () -> {
                        leave(users, user, state);
                        forget(atExit);
                    });
            Runtime.getRuntime().addShutdownHook(atExit);
            return engine;
        } catch (RuntimeException e) {
            leave(users, user, state);
            throw e;
        }
    }

    private void leave(DevServerUsers users, Path user, DevServerState state) {
        folder.alone(() -> {
            users.leave(user);
            if (users.present().isEmpty()) {
                // Not the state of this user: its server may have died, and another user have started the next.
                DevServerState.running(folder).flatMap(DevServerState::process).ifPresent(DevServer::end);
                DevServerState.remove(folder);
            } else {
                LOG.info("The dev server at port {} keeps running for other users of {}", state.port(), folder.path());
            }
            return state;
        });
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            LOG.debug("The process is ending", alreadyEnding);
        }
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
