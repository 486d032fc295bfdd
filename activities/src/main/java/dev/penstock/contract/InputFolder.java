package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.step.StepAttempt;
import dev.penstock.step.StepTask.ContainerTask;
import dev.penstock.store.ArtifactStore;
import dev.penstock.value.Datum;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Lays out what a step reads: its artifacts as files and folders, all the rest as JSON. */
public final class InputFolder {

    private final Path folder;
    private final ArtifactStore store;
    private final Map<String, Path> staged = new HashMap<>();

    private InputFolder(Path folder, ArtifactStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** The values of all inputs by name; what a step computes depends on these and its code. */
    public static ObjectNode values(ContainerTask task, StepAttempt attempt) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        task.inputs().keySet().forEach(name -> values.set(name, attempt.input(name)));
        return values;
    }

    /** Writes into a folder that is there and empty. */
    public static void write(ContainerTask task, ObjectNode values, ArtifactStore store, Path folder)
            throws IOException {
        InputFolder inputs = new InputFolder(folder.toAbsolutePath(), store);
        ArtifactPlaces places = new ArtifactPlaces(task.types());
        ObjectNode laidOut = JsonNodeFactory.instance.objectNode();
        task.inputs()
                .forEach((name, type) -> laidOut.set(
                        name,
                        places.replace(
                                values.path(name),
                                type,
                                name,
                                (artifact, place, kind) -> inputs.stage(artifact, name))));
        Files.write(folder.resolve(Exchange.INPUTS), Datum.of(laidOut).bytes());
    }

    private JsonNode stage(JsonNode artifact, String input) {
        String digest = artifact.path("digest").asText();
        Path known = staged.get(digest);
        if (known != null) {
            return TextNode.valueOf(known.toString());
        }
        Path target = folder.resolve(input);
        for (int next = 2; staged.containsValue(target); next++) {
            target = folder.resolve(input + "-" + next);
        }
        store.bring(URI.create(artifact.path("uri").asText()), digest, target);
        staged.put(digest, target);
        return TextNode.valueOf(target.toString());
    }
}
