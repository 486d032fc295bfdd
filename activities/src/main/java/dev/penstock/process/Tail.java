package dev.penstock.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps the end of a long output in two files in turn, each of which holds a part of this size. */
final class Tail {

    private final Path older;
    private final Path newer;
    private final long most;
    private @Nullable OutputStream open;
    private long inNewer;
    private long added;

    Tail(Path file, long most) {
        this.older = file.resolveSibling(file.getFileName() + ".older");
        this.newer = file.resolveSibling(file.getFileName() + ".newer");
        this.most = Math.max(1, most);
    }

    void add(byte[] bytes, int from, int count) throws IOException {
        added += count;
        for (int done = 0; done < count; ) {
            OutputStream stream = stream();
            int fits = (int) Math.min(count - done, most - inNewer);
            stream.write(bytes, from + done, fits);
            inNewer += fits;
            done += fits;
        }
    }

    private OutputStream stream() throws IOException {
        OutputStream stream = open;
        if (stream != null && inNewer < most) {
            return stream;
        }
        if (stream != null) {
            stream.close();
            Files.deleteIfExists(older);
            Files.move(newer, older);
        }
        OutputStream next = Files.newOutputStream(newer);
        open = next;
        inNewer = 0;
        return next;
    }

    /** Nothing of it is left beside the file afterwards. */
    void moveTo(OutputStream head) throws IOException {
        OutputStream stream = open;
        if (stream == null) {
            return;
        }
        stream.close();
        try {
            long kept = inNewer + (Files.exists(older) ? Files.size(older) : 0);
            if (kept < added) {
                head.write("%n[penstock] %s bytes are left out here.%n"
                        .formatted(added - kept)
                        .getBytes(StandardCharsets.UTF_8));
            }
            if (Files.exists(older)) {
                Files.copy(older, head);
            }
            Files.copy(newer, head);
        } finally {
            Files.deleteIfExists(older);
            Files.deleteIfExists(newer);
        }
    }
}
