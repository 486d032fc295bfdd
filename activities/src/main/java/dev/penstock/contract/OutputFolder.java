package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import dev.penstock.step.StepTask.ContainerTask;
import dev.penstock.store.ArtifactStore;
import dev.penstock.type.Conformance;
import dev.penstock.type.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a step left, checks all of it against the type that the step yields, and keeps its artifacts. */
public final class OutputFolder {

    private final OutputShape shape;
    private final ArtifactPlaces places;
    private final ContainerTask task;
    private final Path out;
    private final Problems problems = new Problems();
    private final OutputFiles files;
    private final List<Path> found = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();

    private OutputFolder(ContainerTask task, Path out) {
        this.task = task;
        this.shape = OutputShape.of(task.output(), task.types());
        this.places = new ArtifactPlaces(task.types());
        this.out = out;
        this.files = new OutputFiles(out, problems);
    }

    /** What the step yields; a {@link FaultException} that names everything that is wrong with what it left. */
    public static JsonNode read(String step, ContainerTask task, Path out, ArtifactStore store) throws IOException {
        if (!Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new FaultException(
                    Fault.of(FaultKind.USER, "%s ended well, but has taken PENSTOCK_OUT away.".formatted(step)));
        }
        OutputFolder folder = new OutputFolder(task, out.toRealPath());
        JsonNode checked = folder.checked();
        OutputComplaint.throwIfAny(step, folder.problems.list());
        return folder.kept(checked, store);
    }

    private JsonNode checked() throws IOException {
        Optional<ObjectNode> given = OutputsFile.read(out, problems);
        ObjectNode values = given.orElseGet(JsonNodeFactory.instance::objectNode);
        boolean written = Files.exists(out.resolve(Exchange.OUTPUTS), LinkOption.NOFOLLOW_LINKS);
        if (!written && !shape.plain().isEmpty()) {
            problems.add(
                    Code.MISSING_VALUE,
                    Exchange.OUTPUTS,
                    "It is not there.",
                    "Write a JSON object with %s to PENSTOCK_OUT/%s."
                            .formatted(String.join(", ", shape.plain()), Exchange.OUTPUTS));
        }
        shape.artifacts().forEach((name, type) -> artifact(name, type, values));
        JsonNode standing = places.replace(
                shape.value(values, problems), task.output(), "$", (json, place, kind) -> standIn(json, place));
        boolean readable = given.isPresent() && (written || problems.none());
        return readable
                ? new Conformance(task.types(), this::named, problems).check(standing, task.output())
                : NullNode.instance;
    }

    /** An artifact that is not named is the file or folder of the name of its component. */
    private void artifact(String name, DataType type, ObjectNode values) {
        if (values.hasNonNull(name)) {
            return;
        }
        if (Files.exists(out.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            values.put(name, name);
        } else if (!(type instanceof DataType.OptionalOf)) {
            problems.add(
                    Code.MISSING_VALUE,
                    name,
                    "There is no file or folder \"%s\" in PENSTOCK_OUT.".formatted(name),
                    "Write the %s there. %s".formatted(type.shortText(), others(name)));
            values.put(name, name);
            missing.add(shape.isWhole() ? "$" : "$." + name);
        }
    }

    private String others(String name) {
        List<String> all = OutputComplaint.names(out);
        return all.isEmpty()
                ? "The folder is empty."
                : Nearest.to(name, all)
                        .map("Did you mean it by \"%s\"?"::formatted)
                        .orElse("It has: %s.".formatted(String.join(", ", all)));
    }

    private JsonNode standIn(JsonNode json, String place) {
        ObjectNode standIn = JsonNodeFactory.instance
                .objectNode()
                .put("uri", "kept:" + found.size())
                .put("digest", "");
        if (missing.contains(place)) {
            return standIn;
        }
        if (!json.isTextual()) {
            problems.add(
                    Code.WRONG_TYPE,
                    named(place),
                    "Expected the path of a file or folder in PENSTOCK_OUT.",
                    "The digest is computed here, not by the step.");
            return standIn;
        }
        try {
            files.find(json.textValue(), named(place)).ifPresent(found::add);
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode kept(JsonNode checked, ArtifactStore store) {
        return places.replace(checked, task.output(), "$", (json, place, kind) -> {
            String index = json.path("uri").asText().substring("kept:".length());
            ArtifactStore.Kept kept = store.keep(found.get(Integer.parseInt(index)));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("uri", kept.uri().toString())
                    .put("digest", kept.digest());
        });
    }

    private String named(String place) {
        if (place.equals("$")) {
            return shape.isWhole() ? Exchange.RESULT : Exchange.OUTPUTS;
        }
        return shape.isWhole() ? Exchange.RESULT + place.substring(1) : place.substring(2);
    }
}
