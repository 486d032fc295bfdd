package dev.penstock.record;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of runs: a folder for each name, in it one for each attempt, the highest number the last. */
public final class RunRecords {

    private static final Pattern ATTEMPT = Pattern.compile("[1-9][0-9]{0,8}");

    private final Path folder;

    public RunRecords(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The last attempts of all runs that the filter takes, the newest first, what cannot be read last. */
    public List<RunRecord> list(RunFilter filter) {
        List<RunRecord.Sound> readable = new ArrayList<>();
        List<RunRecord> unreadable = new ArrayList<>();
        for (String name : names()) {
            switch (read(name)) {
                case RunRecord.Sound record -> {
                    if (filter.takes(record.summary())) {
                        readable.add(record);
                    }
                }
                case RunRecord.Unreadable record -> unreadable.add(record);
            }
        }
        readable.sort(
                Comparator.comparing((RunRecord.Sound record) -> record.header().started())
                        .reversed()
                        .thenComparing(RunRecord::name));
        boolean wantsAll = filter.pipeline().isEmpty() && filter.outcome().isEmpty();
        return Stream.concat(readable.stream().limit(filter.limit()), wantsAll ? unreadable.stream() : Stream.empty())
                .toList();
    }

    /** The last attempt at the run of this name. */
    public Optional<RunRecord> find(String run) {
        return RunName.valid(run) && Files.isDirectory(folder.resolve(run)) ? Optional.of(read(run)) : Optional.empty();
    }

    /** An attempt at the run of this name, from 1. */
    public Optional<RunRecord> find(String run, int attempt) {
        return RunName.valid(run) && attempts(run).contains(attempt)
                ? Optional.of(new RecordReader(run, attempt, files(run, attempt)).read())
                : Optional.empty();
    }

    /** The names of all runs, readable or not. */
    public List<String> names() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(RunName::valid)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private RunRecord read(String run) {
        List<Integer> attempts = attempts(run);
        if (attempts.isEmpty()) {
            return RecordReader.empty(run, folder.resolve(run));
        }
        int last = attempts.getLast();
        return new RecordReader(run, last, files(run, last)).read();
    }

    private List<Integer> attempts(String run) {
        try (Stream<Path> folders = Files.list(folder.resolve(run))) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> ATTEMPT.matcher(name).matches())
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private RunFiles files(String run, int attempt) {
        return new RunFiles(folder.resolve(run).resolve(Integer.toString(attempt)));
    }

    /** Begins another attempt; an {@link InvalidInputException} where one is at work, here or in another process. */
    RunFiles begin(RunHeader header) {
        Path runs = folder.resolve(RunName.checked(header.run()));
        List<Integer> before = attempts(header.run());
        int last = before.isEmpty() ? 0 : before.getLast();
        if (last > 0
                && new RecordReader(header.run(), last, files(header.run(), last)).read()
                        instanceof RunRecord.Sound record
                && record.outcome() == RunOutcome.AT_WORK) {
            throw exists(header.run());
        }
        RunFiles place = files(header.run(), last + 1);
        try {
            Files.createDirectories(runs);
            RunFiles files = RunFiles.create(Files.createTempDirectory(runs, ".new-"), header);
            try {
                // Seen whole or not at all; where another process was faster, the place is taken.
                Files.move(files.folder(), place.folder(), StandardCopyOption.ATOMIC_MOVE);
                return place;
            } catch (IOException e) {
                files.discard();
                if (Files.exists(place.header())) {
                    throw exists(header.run());
                }
                throw e;
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static InvalidInputException exists(String run) {
        return new InvalidInputException(
                Code.NAME_TAKEN,
                "run \"%s\"".formatted(run),
                "A run of this name is at work.",
                "Follow it with penstock watch %s, or start yours with another --name.".formatted(run));
    }

    private InvalidInputException unusable(IOException e) {
        return new InvalidInputException(
                Code.UNREADABLE,
                folder.toString(),
                "The folder of the runs cannot be used: %s.".formatted(e),
                "See to it that this user may read and write it.");
    }
}
