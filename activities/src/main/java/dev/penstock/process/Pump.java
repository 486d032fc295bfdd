package dev.penstock.process;

import java.io.IOException;
import java.io.InputStream;

/** Takes everything out of a stream, so that whoever writes into it never waits. */
final class Pump {

    private static final int BUFFER = 64 << 10;

    private Pump() {}

    /** Where the bytes go. */
    interface Sink {
        void take(byte[] bytes, int count);
    }

    static Thread start(InputStream stream, Sink sink) {
        // Reading a pipe holds its thread, and there may be many at once: no virtual ones.
        return Thread.ofPlatform().daemon().name("penstock-output").start(() -> pump(stream, sink));
    }

    private static void pump(InputStream stream, Sink sink) {
        byte[] buffer = new byte[BUFFER];
        int held = 0;
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer, held, BUFFER - held)) {
                held += count;
                int whole = whole(buffer, held);
                sink.take(buffer, whole);
                System.arraycopy(buffer, whole, buffer, 0, held - whole);
                held -= whole;
            }
        } catch (IOException e) {
            // The process was ended, and its streams with it.
            return;
        } finally {
            sink.take(buffer, held);
        }
    }

    /** Lines are passed on whole, so that two streams can share a log; but not those that fill the buffer. */
    private static int whole(byte[] buffer, int held) {
        for (int end = held; end > 0; end--) {
            if (buffer[end - 1] == '\n' || buffer[end - 1] == '\r') {
                return end;
            }
        }
        return held == BUFFER ? held : 0;
    }
}
