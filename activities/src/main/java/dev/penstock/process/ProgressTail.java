package dev.penstock.process;

import dev.penstock.contract.Progress;
import dev.penstock.contract.ProgressLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines that a step adds to its file of progress. */
final class ProgressTail {

    private static final int MOST_AT_ONCE = 256 << 10;
    private static final int LONGEST_LINE = 64 << 10;

    private final Path file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position;

    ProgressTail(Path file) {
        this.file = file;
    }

    /** What has come since it was asked last; of very much, a part now and the rest later. */
    List<Progress> more() throws IOException {
        List<Progress> found = new ArrayList<>();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) <= position) {
            return found;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file).position(position);
                InputStream stream = Channels.newInputStream(channel)) {
            byte[] bytes = stream.readNBytes(MOST_AT_ONCE);
            position += bytes.length;
            for (byte next : bytes) {
                if (next == '\n') {
                    take(found);
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            }
        }
        return found;
    }

    /** The same when nothing follows any more, so that a last line needs no end. */
    List<Progress> last() throws IOException {
        List<Progress> found = more();
        take(found);
        return found;
    }

    private void take(List<Progress> found) {
        ProgressLine.parse(line.toString(StandardCharsets.UTF_8)).ifPresent(found::add);
        line.reset();
    }
}
