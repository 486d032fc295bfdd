package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Evidence;
import dev.penstock.problem.Problems;
import dev.penstock.step.StepTask.ContainerTask;
import dev.penstock.store.ArtifactStore;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Types;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a step has written for people to read. */
public final class Reports {

    private Reports() {}

    /** The reports in what a step has yielded. */
    public static List<Evidence> in(JsonNode value, DataType type, Types types) {
        List<Evidence> found = new ArrayList<>();
        new ArtifactPlaces(types).replace(value, type, "$", (artifact, place, kind) -> {
            if (kind == ArtifactKind.REPORT) {
                found.add(new Evidence(
                        named(place),
                        URI.create(artifact.path("uri").asText()),
                        artifact.path("digest").asText()));
            }
            return artifact;
        });
        return found;
    }

    private static String named(String place) {
        return place.equals("$") ? Exchange.RESULT : place.substring("$.".length());
    }

    /**
     * Keeps the reports of a step that rejected its data: files and folders that are named like a component which is a
     * report. What cannot be kept is left out, since the rejection counts without it.
     */
    static List<Evidence> left(ContainerTask task, Path out, ArtifactStore store) throws IOException {
        List<Evidence> kept = new ArrayList<>();
        if (!Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)) {
            return kept;
        }
        Path folder = out.toRealPath();
        for (Map.Entry<String, DataType> each :
                OutputShape.of(task.output(), task.types()).artifacts().entrySet()) {
            String name = each.getKey();
            if (isReport(each.getValue(), task.types())
                    && Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                Optional<Path> report = new OutputFiles(folder, new Problems()).find(name, name);
                report.map(store::keep)
                        .ifPresent(content -> kept.add(new Evidence(name, content.uri(), content.digest())));
            }
        }
        return kept;
    }

    private static boolean isReport(DataType type, Types types) {
        DataType whole = type instanceof OptionalOf optional ? optional.value() : type;
        return types.kind(whole).filter(ArtifactKind.REPORT::equals).isPresent();
    }
}
