package dev.penstock.process;

import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Finds the Python of this machine, once. */
final class Pythons {

    private static final String QUESTION = """
            import sys, platform, sysconfig
            print(sys.executable)
            print(platform.python_version())
            print(sys.implementation.cache_tag + "-" + sysconfig.get_platform())
            try:
                from importlib.metadata import version
                print(tuple(int(part) for part in version("pip").split(".")[:2]) >= (22, 3))
            except Exception:
                print(False)
            """;

    private static final int ANSWERS = 4;

    private final ProcessSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Python known;

    Pythons(ProcessSettings settings) {
        this.settings = settings;
    }

    Python find(String image) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Python found = known;
            if (found == null) {
                found = look(image);
                known = found;
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private Python look(String image) throws IOException, InterruptedException {
        String named =
                settings.environment().getOrDefault(ProcessSettings.PYTHON, "").strip();
        String path = settings.path();
        Optional<Path> program = named.isEmpty()
                ? Executables.find("python3", path).or(() -> Executables.find("python", path))
                : named.contains("/") ? Optional.of(Path.of(named)) : Executables.find(named, path);
        if (program.isEmpty()) {
            throw missing("%s needs Python, and this machine has none on its PATH.".formatted(image));
        }
        return ask(program.get(), image);
    }

    private Python ask(Path program, String image) throws IOException, InterruptedException {
        Tool.Result answer;
        try {
            answer = Tool.python(
                            List.of(program.toString(), "-c", QUESTION),
                            Path.of("").toAbsolutePath(),
                            settings.environment())
                    .run(line -> {});
        } catch (IOException e) {
            throw missing("%s needs Python, and %s cannot be started: %s."
                    .formatted(image, program, String.valueOf(e.getMessage())));
        }
        List<String> lines = answer.lines();
        if (answer.exit() != 0 || lines.size() < ANSWERS) {
            throw missing("%s needs Python, and %s does not work: %s"
                    .formatted(image, program, lines.isEmpty() ? "it says nothing." : lines.getLast()));
        }
        List<String> last = lines.subList(lines.size() - ANSWERS, lines.size());
        return new Python(
                Path.of(last.get(0)), last.get(1), last.get(2), last.get(3).equals("True"));
    }

    private static FaultException missing(String message) {
        return new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                message,
                "Install Python 3 from https://www.python.org/downloads/ or with the system's packages, or name one in"
                        + " %s.".formatted(ProcessSettings.PYTHON)));
    }
}
