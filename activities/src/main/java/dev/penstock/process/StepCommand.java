package dev.penstock.process;

import dev.penstock.container.Container;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a step's command, as they are written and as they can be started here. */
record StepCommand(Context context, List<String> words) {

    private static final String REMEDY = "Say what to run: with Container.image(…).command(\"python\", \"main.py\"), or"
            + " with ENTRYPOINT [\"python\", \"main.py\"] in the Dockerfile.";

    static StepCommand of(Container container, Context context) throws IOException {
        if (!container.command().isEmpty()) {
            return new StepCommand(context, container.command());
        }
        if (!Files.isRegularFile(context.dockerfile())) {
            throw refusal(
                    "Nothing says what to run of %s: it has no Dockerfile, and the container has no command."
                            .formatted(context.image()),
                    REMEDY);
        }
        try {
            Dockerfile file = Dockerfile.parse(Files.readString(context.dockerfile()));
            if (file.words().isEmpty()) {
                throw refusal(
                        "Nothing says what to run of %s: its Dockerfile has neither ENTRYPOINT nor CMD."
                                .formatted(context.image()),
                        REMEDY);
            }
            return new StepCommand(context, local(file, context));
        } catch (Dockerfile.ShellForm e) {
            throw refusal(
                    "The Dockerfile of %s gives its command to a shell: %s.".formatted(context.image(), e.getMessage()),
                    "Write it as a list of words: [\"python\", \"main.py\"].");
        }
    }

    /** In the image the code is in the working folder; here that is the context. */
    private static List<String> local(Dockerfile file, Context context) {
        List<String> words = new ArrayList<>();
        for (String word : file.words()) {
            String inside = file.folder()
                    .map(folder -> folder.endsWith("/") ? folder : folder + "/")
                    .filter(folder -> folder.startsWith("/") && word.startsWith(folder))
                    .map(folder -> word.substring(folder.length()))
                    .orElse("");
            Path path = context.folder().resolve(inside);
            words.add(!inside.isEmpty() && Files.exists(path) ? path.toString() : word);
        }
        return words;
    }

    boolean isPython() {
        return words.getFirst().equals("python") || words.getFirst().equals("python3");
    }

    /** The words with the path of the program in front. */
    List<String> started(Optional<Path> python, String path) {
        String program = words.getFirst();
        List<String> started = new ArrayList<>(words);
        if (isPython() && python.isPresent()) {
            started.set(0, python.get().toString());
            return started;
        }
        started.set(0, program.contains("/") ? inContext(program) : onPath(program, path));
        return started;
    }

    private String inContext(String program) {
        Path file = context.folder().resolve(program);
        if (!Files.isRegularFile(file)) {
            throw refusal(
                    "The command of %s starts with \"%s\", which is not there.".formatted(context.image(), program),
                    "Looked at %s.".formatted(file));
        }
        if (!Files.isExecutable(file)) {
            throw refusal(
                    "The command of %s starts with \"%s\", which cannot be executed."
                            .formatted(context.image(), program),
                    "Make it executable: chmod +x %s".formatted(file));
        }
        return file.toString();
    }

    private String onPath(String program, String path) {
        return Executables.find(program, path)
                .map(Path::toString)
                .orElseThrow(() -> refusal(
                        "The command of %s starts with \"%s\", which this machine does not have."
                                .formatted(context.image(), program),
                        "Install it, or name a file of the build context as ./%s.".formatted(program)));
    }

    private static FaultException refusal(String message, String remedy) {
        return new FaultException(Fault.lasting(FaultKind.USER, message, remedy));
    }
}
