package dev.penstock.server;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is configured about servers.
 *
 * @param folder of the dev server: its database, log and state
 * @param port of the dev server; by default 7233 where that is free
 * @param uiPort of the dev server's UI; by default 1000 above its port where that is free
 * @param remote the server that {@code auto} tries first
 * @param ui of the remote server
 * @param startsDevServer whether {@code auto} may start the dev server
 * @param patience how long a server may take to answer for the first time
 * @param environment the variables of this process
 */
public record ServerSettings(
        Path folder,
        Optional<Integer> port,
        Optional<Integer> uiPort,
        Optional<Target.Remote> remote,
        Optional<URI> ui,
        boolean startsDevServer,
        Duration patience,
        Map<String, String> environment) {

    /** The namespace that every server has. */
    public static final String NAMESPACE = "default";

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    public ServerSettings {
        requireNonNull(folder, "folder");
        requireNonNull(port, "port");
        requireNonNull(uiPort, "uiPort");
        requireNonNull(remote, "remote");
        requireNonNull(ui, "ui");
        requireNonNull(patience, "patience");
        environment = Map.copyOf(environment);
    }

    /** What holds where nothing is configured. */
    public static ServerSettings in(Path folder) {
        return new ServerSettings(
                folder,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                PATIENCE,
                System.getenv());
    }

    public ServerSettings onPorts(int server, int web) {
        return new ServerSettings(
                folder, Optional.of(server), Optional.of(web), remote, ui, startsDevServer, patience, environment);
    }

    public ServerSettings preferring(Target.Remote server) {
        return new ServerSettings(
                folder, port, uiPort, Optional.of(server), ui, startsDevServer, patience, environment);
    }

    public ServerSettings withUi(URI address) {
        return new ServerSettings(
                folder, port, uiPort, remote, Optional.of(address), startsDevServer, patience, environment);
    }

    public ServerSettings startingDevServer() {
        return new ServerSettings(folder, port, uiPort, remote, ui, true, patience, environment);
    }

    public ServerSettings waiting(Duration time) {
        return new ServerSettings(folder, port, uiPort, remote, ui, startsDevServer, time, environment);
    }

    public ServerSettings withEnvironment(Map<String, String> variables) {
        return new ServerSettings(folder, port, uiPort, remote, ui, startsDevServer, patience, variables);
    }
}
