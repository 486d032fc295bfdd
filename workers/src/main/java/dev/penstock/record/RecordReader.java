package dev.penstock.record;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the record of an attempt; whatever is wrong with it, it says so and goes on. */
record RecordReader(String run, int attempt, RunFiles files) {

    private static final String REMEDY =
            "Nothing was deleted. Put the file back from a copy, or move the folder away and start the run again.";

    RunRecord read() {
        try {
            RunHeader header = RunFiles.read(files.header(), RunHeader.class);
            if (!header.run().equals(run)) {
                return unreadable(
                        files.header().toString(),
                        "It is the record of the run \"%s\".".formatted(header.run()),
                        "Give the folder %s the name of its run."
                                .formatted(files.folder().getParent()));
            }
            RunSteps steps = new RunSteps();
            Optional<RunEvent> end = events(steps);
            return new RunRecord.Sound(attempt, header, outcome(end), steps, end);
        } catch (NoSuchFileException e) {
            return unreadable(e.getFile(), "The record of this run is not whole: a file is missing.", REMEDY);
        } catch (IOException e) {
            return unreadable(
                    files.folder().toString(),
                    "The record of this run cannot be read: %s.".formatted(e),
                    "See to it that this user may read the folder.");
        } catch (RunFiles.UnfitLine e) {
            return unreadable(e.place(), "The record of this run is damaged here.", REMEDY);
        }
    }

    private Optional<RunEvent> events(RunSteps steps) throws IOException, RunFiles.UnfitLine {
        Optional<RunEvent> end = Optional.empty();
        List<String> lines = files.lines();
        for (int i = 0; i < lines.size(); i++) {
            RunEvent event = RunFiles.read(lines.get(i), RunEvent.class, files.events(), i + 1);
            if (event instanceof RunEvent.Step step) {
                steps.add(step);
            } else {
                end = Optional.of(event);
            }
        }
        return end;
    }

    private RunOutcome outcome(Optional<RunEvent> end) throws IOException, RunFiles.UnfitLine {
        return switch (end.orElse(null)) {
            case RunEvent.Succeeded succeeded -> RunOutcome.SUCCEEDED;
            case RunEvent.Failed failed -> RunOutcome.of(failed.kind());
            case RunEvent.Left left -> RunOutcome.INTERRUPTED;
            case RunEvent.Step step ->
                throw new IllegalStateException(
                        "no step is an end: " + step.status().path());
            case null -> isAtWork() ? RunOutcome.AT_WORK : RunOutcome.INTERRUPTED;
        };
    }

    private boolean isAtWork() throws IOException, RunFiles.UnfitLine {
        return Files.exists(files.owner())
                && RunFiles.read(files.owner(), Owner.class).isAlive();
    }

    private RunRecord unreadable(String where, String message, String remedy) {
        return new RunRecord.Unreadable(run, new Problem(Code.UNREADABLE, where, message, remedy));
    }

    /** A record of which not even an attempt was found. */
    static RunRecord empty(String run, Path folder) {
        return new RunRecord.Unreadable(
                run,
                new Problem(Code.UNREADABLE, folder.toString(), "There is no record of a run in this folder.", REMEDY));
    }
}
