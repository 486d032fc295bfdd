package dev.penstock.process;

import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Makes a virtual environment and installs the requirements of a build context into it. */
record EnvironmentBuild(ProcessSettings settings, Context context, Python python, Path folder, Consumer<String> tell) {

    private static final Pattern NETWORK = Pattern.compile("(?i)(NewConnectionError|ConnectTimeout|ReadTimeout|"
            + "name resolution|failed to resolve|Connection refused|connection error|error sending request|"
            + "Network is unreachable|dns error)");

    private static final Pattern FULL = Pattern.compile("(?i)no space left on device");
    private static final int MOST_SHOWN = 12;
    private static final int LONGEST_LINE = 200;

    void run() throws IOException, InterruptedException {
        Instant since = Instant.now();
        Optional<Path> uv = uv();
        tell(since, "starts");
        Path inside = new Environment(folder).python();
        if (uv.isPresent()) {
            step(
                    since,
                    List.of(
                            uv.get().toString(),
                            "venv",
                            "--no-project",
                            "--python",
                            python.executable().toString(),
                            folder.toString()));
            List<String> words = new ArrayList<>(List.of(uv.get().toString(), "pip", "install", "--compile-bytecode"));
            // Else uv takes for the same what lies beside the code under the same version.
            words.add("--refresh");
            words.addAll(List.of("--python", inside.toString()));
            words.addAll(named());
            step(since, words);
            return;
        }
        withPip(since, inside);
    }

    /** The Python itself can install into the environment, which is faster than to give that a pip of its own. */
    private void withPip(Instant since, Path inside) throws IOException, InterruptedException {
        String outside = python.executable().toString();
        step(
                since,
                python.installs()
                        ? List.of(outside, "-m", "venv", "--without-pip", folder.toString())
                        : List.of(outside, "-m", "venv", folder.toString()));
        if (!hasAny()) {
            return;
        }
        List<String> words = new ArrayList<>(
                python.installs()
                        ? List.of(outside, "-m", "pip", "--python", inside.toString())
                        : List.of(inside.toString(), "-m", "pip"));
        words.addAll(List.of("install", "--no-input", "--progress-bar", "off", "--disable-pip-version-check"));
        words.addAll(named());
        step(since, words);
    }

    private List<String> named() {
        String file = context.requirements().toString();
        return context.isComplete() ? List.of("--no-deps", "-r", file) : List.of("-r", file);
    }

    private boolean hasAny() throws IOException {
        return Files.readString(context.requirements())
                .lines()
                .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
    }

    private Optional<Path> uv() {
        String wanted = settings.environment().getOrDefault(ProcessSettings.INSTALLER, "");
        return wanted.equals("pip") ? Optional.empty() : Executables.find("uv", settings.path());
    }

    private void step(Instant since, List<String> words) throws IOException, InterruptedException {
        Tool.Result result = Tool.python(words, context.folder(), UvVariables.of(settings.environment()))
                .run(line -> tell(since, line));
        if (result.exit() != 0) {
            throw failed(words, result);
        }
    }

    private void tell(Instant since, String line) {
        Duration taken =
                Duration.ofSeconds(Duration.between(since, Instant.now()).toSeconds());
        tell.accept(
                "Building the environment of %s (1st use, %s): %s".formatted(context.image(), Words.of(taken), line));
    }

    private FaultException failed(List<String> words, Tool.Result result) {
        List<String> lines = result.lines();
        String shown = String.join(
                "\n    ",
                lines.subList(Math.max(0, lines.size() - MOST_SHOWN), lines.size()).stream()
                        .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …")
                        .toList());
        String message = "The environment of %s could not be built (%s with Python %s):\n    %s"
                .formatted(context.image(), installer(words), python.version(), shown);
        String all = String.join("\n", lines);
        if (FULL.matcher(all).find()) {
            return new FaultException(
                    Fault.lasting(FaultKind.PLATFORM, message, "Free some space on the disk of %s.".formatted(folder)));
        }
        if (NETWORK.matcher(all).find()) {
            return new FaultException(Fault.of(FaultKind.PLATFORM, message));
        }
        boolean noVenv = words.contains("venv") && all.contains("ensurepip");
        return new FaultException(Fault.lasting(
                noVenv ? FaultKind.PLATFORM : FaultKind.USER,
                message,
                noVenv
                        ? "Install the system's package for it, such as python3-venv, or uv."
                        : "Mend %s.".formatted(context.requirements())));
    }

    private static String installer(List<String> words) {
        String part = words.contains("venv") ? "venv" : "pip install";
        return Path.of(words.getFirst()).endsWith("uv") ? "uv " + part : part;
    }
}
