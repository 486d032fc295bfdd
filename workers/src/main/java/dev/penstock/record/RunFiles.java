package dev.penstock.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.engine.Message;
import dev.penstock.engine.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The files of one attempt at a run. */
record RunFiles(Path folder) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Path header() {
        return folder.resolve("run.json");
    }

    Path events() {
        return folder.resolve("events.jsonl");
    }

    Path owner() {
        return folder.resolve("owner.json");
    }

    /** The files of a run that begins now, in this process. */
    static RunFiles create(Path folder, RunHeader header) throws IOException {
        RunFiles files = new RunFiles(folder);
        Files.write(files.owner(), line(Owner.self()));
        Files.write(files.header(), line(header));
        Files.createFile(files.events());
        return files;
    }

    /** Takes back what was created. */
    void discard() throws IOException {
        for (Path file : List.of(owner(), header(), events(), folder)) {
            Files.deleteIfExists(file);
        }
    }

    static byte[] line(Message message) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(Messages.encode(message));
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    static <M extends Message> M read(Path file, Class<M> type) throws IOException, UnfitLine {
        return read(Files.readString(file), type, file, 1);
    }

    /** All whole lines: the last one may have been cut off when its process died. */
    List<String> lines() throws IOException {
        String text = new String(Files.readAllBytes(events()), StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    static <M extends Message> M read(String text, Class<M> type, Path file, int line) throws UnfitLine {
        try {
            JsonNode json = MAPPER.readTree(text);
            return Messages.decode(json, type);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new UnfitLine("%s:%s".formatted(file, line), e);
        }
    }

    /** A line that is not what it should be. */
    static final class UnfitLine extends Exception {
        private static final long serialVersionUID = 1;

        private final String place;

        UnfitLine(String place, Exception cause) {
            super(cause);
            this.place = place;
        }

        String place() {
            return place;
        }
    }
}
