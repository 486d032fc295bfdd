package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Evidence;
import dev.penstock.fault.FaultException;
import dev.penstock.problem.Problems;
import dev.penstock.step.StepTask.ContainerTask;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.BlobException;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what a step has written for people to read. */
public final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

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

    /** Whether values of this type may hold a report. */
    public static boolean mayBeIn(DataType type, Types types) {
        return mayBeIn(type, types, new HashSet<>());
    }

    private static boolean mayBeIn(DataType type, Types types, Set<String> seen) {
        return switch (type) {
            case Scalar scalar -> false;
            case ArtifactKind kind -> kind == ArtifactKind.REPORT;
            case OptionalOf optional -> mayBeIn(optional.value(), types, seen);
            case ListOf list -> mayBeIn(list.element(), types, seen);
            case MapOf map -> mayBeIn(map.value(), types, seen);
            case Named named -> seen.add(named.name()) && mayBeInNamed(named, types, seen);
        };
    }

    private static boolean mayBeInNamed(Named named, Types types, Set<String> seen) {
        return switch (types.definition(named.name()).orElse(null)) {
            case ArtifactType artifact -> artifact.kind() == ArtifactKind.REPORT;
            case RecordType record ->
                record.components().stream().anyMatch(component -> mayBeIn(component.type(), types, seen));
            case FamilyType family ->
                family.cases().stream().anyMatch(member -> mayBeIn(new Named(member), types, seen));
            case EnumType constants -> false;
            case null -> false;
        };
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
            if (mayBeIn(each.getValue(), task.types())
                    && Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                keep(folder, name, store).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private static Optional<Evidence> keep(Path folder, String name, ArtifactStore store) {
        try {
            return new OutputFiles(folder, new Problems())
                    .find(name, name)
                    .map(store::keep)
                    .map(content -> new Evidence(name, content.uri(), content.digest()));
        } catch (IOException | BlobException | FaultException e) {
            LOG.warn("The report {} of a rejection is lost: {}", name, e.toString());
            return Optional.empty();
        }
    }
}
