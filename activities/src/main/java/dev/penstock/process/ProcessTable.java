package dev.penstock.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Linux tells of the processes of this machine; nothing elsewhere. */
final class ProcessTable {

    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int SESSION = 3;

    private ProcessTable() {}

    /** A process that runs, and the session that it belongs to. */
    record Entry(long pid, long session) {

        /** Whether it was started with this variable. */
        boolean hasVariable(String variable) {
            try {
                String all = "\0" + Files.readString(file(pid, "environ"), StandardCharsets.ISO_8859_1);
                byte[] wanted = variable.getBytes(StandardCharsets.UTF_8);
                return all.contains("\0" + new String(wanted, StandardCharsets.ISO_8859_1) + "\0");
            } catch (IOException e) {
                // It has ended, or is somebody else's.
                return false;
            }
        }
    }

    static boolean isThere() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    static List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                entry(Long.parseLong(folder.getFileName().toString())).ifPresent(entries::add);
            }
        } catch (IOException | NumberFormatException e) {
            return entries;
        }
        return entries;
    }

    /** Whether nothing runs under this number any more, although its parent has not asked how it ended. */
    static boolean hasEnded(long pid) {
        return entry(pid).isEmpty();
    }

    private static Optional<Entry> entry(long pid) {
        try {
            String stat = Files.readString(file(pid, "stat"), StandardCharsets.ISO_8859_1);
            // The name before may hold blanks and brackets.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", SESSION + 2);
            boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return ended ? Optional.empty() : Optional.of(new Entry(pid, Long.parseLong(fields[SESSION])));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The memory that would be free again without these processes, in bytes. */
    static long memory(List<Long> pids) {
        return pids.stream()
                .mapToLong(pid -> kibibytes(file(pid, "status"), "RssAnon:", "RssShmem:"))
                .sum();
    }

    /** The same with what several of them share counted once, which takes longer to find out. */
    static long exactMemory(List<Long> pids) {
        return pids.stream()
                .mapToLong(pid -> kibibytes(file(pid, "smaps_rollup"), "Pss_Anon:", "Pss_Shmem:"))
                .sum();
    }

    /** How many processes the kernel has ended for lack of memory since it started. */
    static long endedByKernel() {
        return number(Path.of("/proc/vmstat"), "oom_kill ");
    }

    private static long kibibytes(Path file, String... names) {
        long sum = 0;
        for (String name : names) {
            sum += number(file, name) << 10;
        }
        return sum;
    }

    private static long number(Path file, String name) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).replaceAll("\\D", ""))
                    .filter(digits -> !digits.isEmpty())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path file(long pid, String name) {
        return PROC.resolve(Long.toString(pid)).resolve(name);
    }
}
