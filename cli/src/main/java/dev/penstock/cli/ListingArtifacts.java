package dev.penstock.cli;

import dev.penstock.cli.artifact.Listed;
import dev.penstock.cli.artifact.NamedArtifact;
import dev.penstock.cli.artifact.RunValues;
import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.output.ByteWords;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunRecords;
import dev.penstock.store.Artifacts;
import dev.penstock.store.Entry;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import dev.penstock.store.Sorted;
import dev.penstock.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what the store holds, and what of it is the artifacts of a run. */
record ListingArtifacts(Shell shell, ServerChoice server, boolean json) {

    private static final int NEWEST = 10;

    private record Held(String store, long contents, long bytes, long folders, long cached, List<Made> runs) {}

    /** A run and how many artifacts it refers to. */
    private record Made(String run, String pipeline, String outcome, long artifacts) {}

    private record OfRun(String run, List<Listed> artifacts, List<String> lost) {}

    int ofStore() {
        try (ObjectStore objects = shell.home().objects(shell.environment())) {
            List<Entry> contents = objects.list("sha256/");
            List<Entry> folders = objects.list("folders/");
            Held held = new Held(
                    objects.words(),
                    contents.size() + (long) folders.size(),
                    Sorted.bytes(contents) + Sorted.bytes(folders),
                    folders.size(),
                    objects.list("cache/").size(),
                    newest(new Values(new ObjectBlobStore(objects))));
            if (json) {
                shell.out().print(Json.of(held));
            } else {
                print(held);
            }
            return ExitCode.DONE;
        }
    }

    private List<Made> newest(Values values) {
        List<Made> made = new ArrayList<>();
        for (RunRecord record : new RunRecords(shell.home().runs()).list(RunFilter.newest(NEWEST))) {
            if (record instanceof RunRecord.Sound sound) {
                long artifacts = RunValues.of(sound, values).values().values().stream()
                        .mapToLong(value -> NamedArtifact.in(value).size())
                        .sum();
                made.add(new Made(
                        sound.name(), sound.header().pipeline(), sound.outcome().words(), artifacts));
            }
        }
        return made;
    }

    private void print(Held held) {
        shell.out()
                .println("%s  %s in %s"
                        .formatted(
                                shell.style().bold(Printable.of(held.store())),
                                ByteWords.of(held.bytes()),
                                ByteWords.count(held.contents(), "content")));
        Columns columns = new Columns();
        columns.add("files and values", Long.toString(held.contents() - held.folders()));
        columns.add("folders", Long.toString(held.folders()));
        columns.add("cache entries", Long.toString(held.cached()));
        columns.lines("  ").forEach(shell.out()::println);
        if (!held.runs().isEmpty()) {
            shell.out().println();
            Columns runs = new Columns();
            held.runs()
                    .forEach(run -> runs.add(
                            Printable.of(run.run()),
                            Printable.of(run.pipeline()),
                            run.outcome(),
                            ByteWords.count(run.artifacts(), "artifact")));
            runs.lines("").forEach(shell.out()::println);
        }
    }

    int ofRun(String run) {
        Optional<Connection> connection = Connection.existing(server.settings(shell), shell.home());
        try (ObjectStore objects = shell.home().objects(shell.environment())) {
            RunValues values = values(shell, connection, run, objects);
            OfRun found = new OfRun(run, Listed.of(values, new Artifacts(objects)), values.lost());
            if (json) {
                shell.out().print(Json.of(found));
            } else {
                print(found);
            }
            return ExitCode.DONE;
        } finally {
            connection.ifPresent(Connection::close);
        }
    }

    /** As a server knows the run, else as its record does. */
    static RunValues values(Shell shell, Optional<Connection> connection, String run, ObjectStore objects) {
        RunRecords records = new RunRecords(shell.home().runs());
        return connection
                .flatMap(server -> RunValues.of(server, run))
                .or(() ->
                        records.find(run).map(record -> RunValues.of(record, new Values(new ObjectBlobStore(objects)))))
                .orElseThrow(() -> RunNames.unknown(run, records.names()));
    }

    private void print(OfRun found) {
        Columns columns = new Columns();
        for (Listed artifact : found.artifacts()) {
            columns.add(
                    Printable.of(artifact.name()),
                    Printable.of(artifact.type()),
                    kind(artifact),
                    artifact.bytes() == 0 ? "" : ByteWords.of(artifact.bytes()),
                    artifact.digest());
        }
        columns.lines("").forEach(shell.out()::println);
        if (found.artifacts().isEmpty()) {
            shell.out().println("%s refers to no artifacts.".formatted(found.run()));
        }
        found.lost().forEach(why -> shell.err().println(Printable.of(why)));
    }

    private static String kind(Listed artifact) {
        return switch (artifact.kind()) {
            case FILE -> "file";
            case FOLDER -> ByteWords.count(artifact.files(), "file");
            case MISSING -> "missing";
            case ELSEWHERE -> "elsewhere";
        };
    }
}
