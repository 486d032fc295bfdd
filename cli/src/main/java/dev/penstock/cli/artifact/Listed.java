package dev.penstock.cli.artifact;

import dev.penstock.store.ArtifactStore;
import dev.penstock.store.Artifacts;
import dev.penstock.store.BlobException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An artifact of a run in a list.
 *
 * @param type as the pipeline declares it; empty where that is not known
 * @param kind file or folder; missing where the store does not have it as a whole
 */
public record Listed(
        String step, String component, String type, Kind kind, long bytes, long files, String digest, String uri) {

    /** What is in the store. */
    public enum Kind {
        FILE,
        FOLDER,
        MISSING,
        ELSEWHERE
    }

    /** All of a run, in the order of its steps. */
    public static List<Listed> of(RunValues run, Artifacts store) {
        List<Listed> all = new ArrayList<>();
        Optional<DeclaredTypes> types = run.spec().map(DeclaredTypes::of);
        run.values()
                .forEach((path, value) -> NamedArtifact.in(value).forEach(artifact -> {
                    String type = types.map(known -> known.at(path, artifact.component()))
                            .orElse("");
                    all.add(of(path, artifact, type, store));
                }));
        return all;
    }

    private static Listed of(String step, NamedArtifact artifact, String type, Artifacts store) {
        String uri = artifact.reference().uri().toString();
        String digest = artifact.reference().digest();
        Optional<ArtifactStore.Kept> found;
        try {
            found = store.find(artifact.reference().uri(), digest);
        } catch (BlobException e) {
            if (!e.lasting()) {
                throw e;
            }
            return new Listed(step, artifact.component(), type, Kind.ELSEWHERE, 0, 0, digest, uri);
        }
        Kind kind = found.isEmpty()
                ? Kind.MISSING
                : Artifacts.isFolder(artifact.reference().uri(), digest) ? Kind.FOLDER : Kind.FILE;
        return new Listed(
                step,
                artifact.component(),
                type,
                kind,
                found.map(ArtifactStore.Kept::bytes).orElse(0L),
                found.map(ArtifactStore.Kept::files).orElse(0L),
                digest,
                uri);
    }

    /** As {@code artifact get} takes it. */
    public String name() {
        return component.isEmpty() ? step : "%s.%s".formatted(step, component);
    }
}
