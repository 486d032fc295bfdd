package dev.penstock.mlflow;

import dev.penstock.daemon.Endings;
import dev.penstock.daemon.FolderLock;
import dev.penstock.daemon.Ports;
import dev.penstock.daemon.ProcessMark;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An MLflow server on this machine, with its runs, files and log in a folder. It is started by the first who needs it
 * and stays, so that a person can look at what was measured after the command has ended.
 */
public final class LocalMlflow {

    /** What ends the group of the command, such as Ctrl-C, does not reach it; exec keeps the id of the process. */
    private static final String ALONE =
            "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; else exec \"$@\"; fi";

    private static final int USUAL_PORT = 5000;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final int LAST_LINES = 15;

    private final Path folder;
    private final Duration patience;

    public LocalMlflow(Path folder) {
        this(folder, START_PATIENCE);
    }

    LocalMlflow(Path folder, Duration patience) {
        this.folder = folder.toAbsolutePath().normalize();
        this.patience = patience;
    }

    /**
     * Where the server listens that runs for the folder, which is started where there is none.
     *
     * @param python an interpreter that has MLflow; only asked for where a server has to be started
     * @param progress is told what is waited for
     */
    public URI address(Supplier<Path> python, Consumer<String> progress) {
        return alone(() -> {
            Optional<LocalMlflowState> running = LocalMlflowState.running(folder);
            LocalMlflowState state = running.orElseGet(() -> start(python.get(), progress));
            return state.address();
        });
    }

    /** Whether a server has ever run for the folder, so that something may be known there. */
    public boolean isKnown() {
        return Files.exists(database());
    }

    /** Where the server listens, if one runs. */
    public Optional<URI> running() {
        return LocalMlflowState.running(folder).map(LocalMlflowState::address);
    }

    /** Ends the server, if one runs. */
    public boolean stop() {
        return alone(() -> {
            Optional<ProcessHandle> process = LocalMlflowState.running(folder)
                    .flatMap(state -> state.mark().process());
            process.ifPresent(Endings::end);
            LocalMlflowState.remove(folder);
            return process.isPresent();
        });
    }

    private <T> T alone(Supplier<T> change) {
        try {
            Files.createDirectories(folder);
            return FolderLock.alone(folder, change);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.lasting(
                            FaultKind.PLATFORM,
                            "The folder of MLflow, %s, cannot be written (%s).".formatted(folder, e),
                            "Make it writable, or name another server: MLFLOW_TRACKING_URI."),
                    e);
        }
    }

    private LocalMlflowState start(Path python, Consumer<String> progress) {
        int port = Ports.freeOr(USUAL_PORT);
        Process process = launch(python, port);
        try {
            awaitAnswer(process, port, progress);
        } catch (RuntimeException e) {
            Endings.end(process.toHandle());
            throw e;
        }
        LocalMlflowState state = new LocalMlflowState(ProcessMark.of(process.toHandle()), port);
        state.write(folder);
        return state;
    }

    private Process launch(Path python, int port) {
        List<String> server = List.of(
                python.toString(),
                "-m",
                "mlflow",
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1",
                "--backend-store-uri",
                "sqlite:///" + database(),
                "--artifacts-destination",
                folder.resolve("artifacts").toUri().toString());
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", ALONE, "mlflow");
        builder.command().addAll(server);
        builder.directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        // The jobs of version 3 take 2 GB of memory, and nothing here needs them.
        builder.environment().put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
        builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        builder.environment().keySet().removeIf(name -> name.startsWith("MLFLOW_TRACKING"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(Process process, int port, Consumer<String> progress) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            if (Ports.listens(port)) {
                return;
            }
            progress.accept("Starting MLflow: %s s".formatted((System.nanoTime() - start) / 1_000_000_000));
            if (ended(process)) {
                throw notStarted("it ended with exit code " + process.exitValue());
            }
        }
        throw notStarted("it does not listen after %s s".formatted(patience.toSeconds()));
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(250, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.of(FaultKind.CANCELLED, "It was interrupted."), e);
        }
    }

    private FaultException notStarted(String why) {
        return new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                "MLflow did not start: %s.%n%s".formatted(why, lastLines()),
                "Its log is %s; or name another server: MLFLOW_TRACKING_URI.".formatted(log())));
    }

    private String lastLines() {
        try {
            List<String> lines =
                    Files.readString(log(), StandardCharsets.ISO_8859_1).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private Path database() {
        return folder.resolve("mlflow.db");
    }

    private Path log() {
        return folder.resolve("server.log");
    }
}
