package dev.penstock.cli.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import java.util.List;
import java.util.Map;

/**
 * What a user names of a run.
 *
 * @param path of the step, such as {@code map-depths[2]/train}
 * @param component of its result; empty where all of it is meant
 */
public record StepName(String path, String component) {

    /** From {@code STEP} or {@code STEP.component}; names of steps have no dots. */
    public static StepName parse(String text) {
        int dot = text.indexOf('.', text.lastIndexOf('/') + 1);
        return dot < 0 ? new StepName(text, "") : new StepName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Whether an artifact is what is named, or is inside of that. */
    private boolean means(NamedArtifact artifact) {
        String other = artifact.component();
        return component.isEmpty()
                || other.equals(component)
                || other.startsWith(component + ".")
                || other.startsWith(component + "[");
    }

    /** The artifacts that are meant, or an {@link InvalidInputException} that says which there are. */
    public List<NamedArtifact> in(String run, RunValues values) {
        JsonNode value = values.values().get(path);
        if (value == null) {
            String lost = values.lost().stream()
                    .filter(why -> why.contains(" %s ".formatted(path)))
                    .findFirst()
                    .orElse("No step of this name has yielded anything.");
            throw unknown(run, lost, Nearest.suggest(path, known(values)));
        }
        List<NamedArtifact> all = NamedArtifact.in(value);
        if (all.isEmpty()) {
            throw unknown(
                    run,
                    "What this step yields has no artifact.",
                    "Those that have one: " + String.join(", ", known(values)));
        }
        List<NamedArtifact> meant = all.stream().filter(this::means).toList();
        if (meant.isEmpty()) {
            throw unknown(
                    run,
                    "What %s yields has no artifact \"%s\".".formatted(path, component),
                    Nearest.suggest(
                            component,
                            all.stream().map(NamedArtifact::component).toList()));
        }
        return meant;
    }

    private static List<String> known(RunValues values) {
        return values.values().entrySet().stream()
                .filter(each -> !NamedArtifact.in(each.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private InvalidInputException unknown(String run, String message, String remedy) {
        return new InvalidInputException(Code.UNKNOWN_NAME, "run %s, step %s".formatted(run, path), message, remedy);
    }

    /** For a file here: the step's own name and the component. */
    public String fileName() {
        String step = path.substring(path.lastIndexOf('/') + 1);
        return safe(component.isEmpty() ? step : "%s.%s".formatted(step, component));
    }

    /** The same as the name of a file, which cannot lead elsewhere. */
    public static String safe(String name) {
        return name.replaceAll("[^\\p{Alnum}_.\\[\\]-]", "_").replaceFirst("^\\.+", "_");
    }
}
