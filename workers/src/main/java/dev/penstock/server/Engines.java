package dev.penstock.server;

import dev.penstock.daemon.Ports;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import dev.penstock.server.Target.Remote;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Opens the server that a target names. */
public final class Engines {

    /** Where people start theirs. */
    public static final Address USUAL = Address.local(DevServerPorts.USUAL);

    private Engines() {}

    /**
     * Ready to run, or an {@link InvalidInputException} within seconds.
     *
     * <p>{@code auto} takes the first of these:
     * <ol>
     * <li>the configured remote server, if it answers; one that answers and refuses is an error, not a reason to go on;
     * <li>the dev server that already runs for the folder;
     * <li>a server at 127.0.0.1:7233, where people start theirs;
     * <li>a dev server started now, only if the settings say so: a quick run should not wait three seconds for a server
     *     and a database that nobody asked for;
     * <li>the embedded one, whose words say that runs are not durable and which configured server did not answer.
     * </ol>
     */
    public static Engine open(Target target, ServerSettings settings) {
        return open(target, settings, DevServerPorts.USUAL);
    }

    static Engine open(Target target, ServerSettings settings, int usualPort) {
        return switch (target) {
            case Target.Embedded embedded -> EmbeddedServer.open(EmbeddedServer.WORDS);
            case Target.Dev dev -> DevServer.open(settings);
            case Remote remote -> remote(remote, settings);
            case Target.Auto auto -> whateverIsThere(settings, usualPort);
        };
    }

    /** As {@link #open}, but without a server inside this process, which would know of no run. */
    public static Optional<Engine> existing(Target target, ServerSettings settings) {
        return switch (target) {
            case Target.Embedded embedded -> Optional.empty();
            case Target.Auto auto -> existing(settings, DevServerPorts.USUAL);
            case Target.Dev dev -> Optional.of(open(target, settings));
            case Remote remote -> Optional.of(open(target, settings));
        };
    }

    /**
     * Every server that may know runs of this machine: those that are named, the dev server if it ever ran here, and one
     * where people start theirs. An {@link InvalidInputException} where one does not answer that is known to be there.
     *
     * @param dev whether the dev server counts
     * @param usual whether what listens where people start theirs counts
     */
    public static List<Engine> all(Collection<Remote> named, boolean dev, boolean usual, ServerSettings settings) {
        return all(named, dev, usual ? OptionalInt.of(DevServerPorts.USUAL) : OptionalInt.empty(), settings);
    }

    static List<Engine> all(Collection<Remote> named, boolean dev, OptionalInt usualPort, ServerSettings settings) {
        DevServerFolder folder = new DevServerFolder(settings.folder());
        List<Engine> all = new ArrayList<>();
        Problems problems = new Problems();
        named.forEach(remote -> add(all, () -> remote(remote, settings), problems));
        if (dev && Files.exists(folder.database())) {
            add(all, () -> DevServer.open(settings), problems);
        }
        usualPort.ifPresent(port -> {
            boolean asked = named.stream().anyMatch(remote -> isUsual(remote, port))
                    || DevServerState.running(folder)
                            .filter(state -> state.port() == port)
                            .isPresent();
            if (!asked && Ports.listens(port)) {
                add(all, () -> remote(atUsual(named, port), settings), problems);
            }
        });
        if (!problems.none()) {
            all.forEach(Engine::close);
        }
        problems.throwIfAny();
        return all;
    }

    private static boolean isUsual(Remote remote, int port) {
        return remote.address().isHere(port) && remote.namespace().equals(ServerSettings.NAMESPACE);
    }

    /** Let in as who is named for this address. */
    private static Remote atUsual(Collection<Remote> named, int port) {
        return named.stream()
                .filter(remote -> remote.address().isHere(port))
                .findFirst()
                .map(remote -> remote.in(ServerSettings.NAMESPACE))
                .orElseGet(() -> Remote.at(Address.local(port)));
    }

    private static void add(List<Engine> all, Supplier<Engine> opening, Problems problems) {
        try {
            all.add(opening.get());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
    }

    private static Optional<Engine> existing(ServerSettings settings, int usualPort) {
        return settings.remote()
                .flatMap(remote -> ifThere(remote, settings))
                .or(() -> DevServer.join(settings))
                .or(() -> usual(settings, usualPort));
    }

    private static Engine whateverIsThere(ServerSettings settings, int usualPort) {
        return existing(settings, usualPort).orElseGet(() -> own(settings));
    }

    private static Engine own(ServerSettings settings) {
        if (settings.startsDevServer()
                && new TemporalCli(settings.environment()).find().isPresent()) {
            return DevServer.open(settings);
        }
        return EmbeddedServer.open(settings.remote()
                .map(remote -> "%s; %s does not answer".formatted(EmbeddedServer.WORDS, remote.address()))
                .orElse(EmbeddedServer.WORDS));
    }

    private static Optional<Engine> usual(ServerSettings settings, int port) {
        if (!Ports.listens(port)) {
            return Optional.empty();
        }
        int ui = DevServerPorts.besides(port);
        Optional<URI> address =
                Ports.listens(ui) ? Optional.of(URI.create("http://127.0.0.1:" + ui)) : Optional.empty();
        Remote remote = Remote.at(Address.local(port));
        try {
            return Optional.of(RemoteServer.open(remote, settings, address));
        } catch (InvalidInputException e) {
            // Nobody asked for this one, so whatever it is, it does not stop the run.
            return Optional.empty();
        }
    }

    private static Optional<Engine> ifThere(Remote remote, ServerSettings settings) {
        try {
            return Optional.of(remote(remote, settings));
        } catch (InvalidInputException e) {
            if (e.problems().stream().allMatch(problem -> problem.code() == Code.NO_SERVER)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Engine remote(Remote remote, ServerSettings settings) {
        return RemoteServer.open(remote, settings, settings.ui());
    }
}
