package dev.penstock.cli;

import dev.penstock.cli.artifact.NamedArtifact;
import dev.penstock.cli.artifact.RunValues;
import dev.penstock.cli.artifact.StepName;
import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.output.ByteWords;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.store.ArtifactStore.Kept;
import dev.penstock.store.Artifacts;
import dev.penstock.store.BlobException;
import dev.penstock.store.Digests;
import dev.penstock.store.ObjectStore;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies artifacts out of the store, to where nothing is yet. */
record FetchingArtifact(Shell shell, ServerChoice server, Optional<String> output, boolean json) {

    private static final int SHORT = 12;

    private record Fetched(String path, String digest, long bytes, long files) {}

    private record Done(List<Fetched> fetched) {}

    int fetch(String runOrDigest, Optional<String> step) {
        try (ObjectStore objects = shell.home().objects(shell.environment())) {
            List<Fetched> fetched = step.isEmpty()
                    ? List.of(byDigest(runOrDigest, new Artifacts(objects)))
                    : ofRun(runOrDigest, step.get(), objects);
            if (json) {
                shell.out().print(Json.of(new Done(fetched)));
            } else {
                fetched.forEach(each -> shell.out()
                        .println("Wrote %s (%s, %s)."
                                .formatted(
                                        Printable.of(each.path()),
                                        ByteWords.count(each.files(), "file"),
                                        ByteWords.of(each.bytes()))));
            }
            return ExitCode.DONE;
        }
    }

    private Fetched byDigest(String digest, Artifacts store) {
        if (!Digests.isDigest(digest)) {
            throw new InvalidInputException(
                    Code.MISSING_VALUE,
                    "penstock artifact get",
                    "STEP is not given, and \"%s\" is no digest.".formatted(digest),
                    "Name a step of the run, as \"penstock artifact ls %s\" has it, or write sha256: and 64 digits."
                            .formatted(digest));
        }
        Kept found = store.find(digest)
                .orElseThrow(() -> notThere(digest, "The store %s does not have it.".formatted(store.words())));
        String name = digest.substring("sha256:".length(), "sha256:".length() + SHORT);
        return bring(store, found.uri(), digest, target(name), digest);
    }

    private List<Fetched> ofRun(String run, String step, ObjectStore objects) {
        Optional<Connection> connection = Connection.existing(server.settings(shell), shell.home());
        try {
            RunValues values = ListingArtifacts.values(shell, connection, run, objects);
            StepName name = StepName.parse(step);
            List<NamedArtifact> found = name.in(run, values);
            Artifacts store = new Artifacts(objects);
            Path target = target(name.fileName());
            String where = "run %s, step %s".formatted(run, step);
            if (found.size() == 1) {
                NamedArtifact only = found.getFirst();
                return List.of(
                        bring(store, only.reference().uri(), only.reference().digest(), target, where));
            }
            List<Fetched> fetched = new ArrayList<>();
            for (NamedArtifact each : found) {
                Path place = target.resolve(StepName.safe(each.component()));
                fetched.add(
                        bring(store, each.reference().uri(), each.reference().digest(), place, where));
            }
            return fetched;
        } finally {
            connection.ifPresent(Connection::close);
        }
    }

    private Path target(String usual) {
        Path target = shell.directory().resolve(output.orElse(usual)).normalize();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidInputException(
                    Code.ALREADY_THERE,
                    target.toString(),
                    "Something is there already, and it is not overwritten.",
                    "Name another place with -o, or move it away.");
        }
        return target;
    }

    private static Fetched bring(Artifacts store, URI uri, String digest, Path target, String where) {
        try {
            store.bring(uri, digest, target);
            Kept kept = store.find(uri, digest).orElseThrow(() -> notThere(where, "It was removed meanwhile."));
            return new Fetched(target.toString(), digest, kept.bytes(), kept.files());
        } catch (BlobException e) {
            if (!e.lasting()) {
                throw e;
            }
            throw notThere(where, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new InvalidInputException(
                    Code.UNREADABLE,
                    target.toString(),
                    String.valueOf(e.getMessage()),
                    "Check the space and the rights there, or name another place with -o.");
        }
    }

    private static InvalidInputException notThere(String where, String message) {
        return new InvalidInputException(
                Code.NOT_IN_STORE,
                where,
                message,
                "Make it again: penstock retry RUN --from STEP; or name the store that has it: PENSTOCK_STORE.");
    }
}
