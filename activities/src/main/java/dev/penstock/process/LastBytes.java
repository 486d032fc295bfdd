package dev.penstock.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers the end of what is written, however much it is. */
final class LastBytes {

    private static final int MOST_LINES = 20;

    private final byte[] ring;
    private long written;

    LastBytes(int most) {
        this.ring = new byte[most];
    }

    void add(byte[] bytes, int count) {
        int from = Math.max(0, count - ring.length);
        written += from;
        for (int i = from; i < count; i++) {
            ring[(int) (written % ring.length)] = bytes[i];
            written++;
        }
    }

    /** The last lines that have something in them, without the colours and bars of terminals. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String text = text();
        boolean isWhole = written <= ring.length;
        int from = isWhole ? 0 : text.indexOf('\n') + 1;
        for (String line : text.substring(from).split("\n", -1)) {
            String shown = shown(line);
            if (!shown.isBlank()) {
                lines.add(shown);
            }
        }
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }

    private static String shown(String line) {
        String stripped = line.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\r') + 1)
                .replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "")
                .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
    }

    private String text() {
        int length = (int) Math.min(written, ring.length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((written - length + i) % ring.length)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
