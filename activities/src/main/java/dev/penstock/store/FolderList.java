package dev.penstock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.penstock.type.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files of a folder in the order of their paths; an artifact that is a folder has the digest of this list. */
record FolderList(List<Item> items) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** A file; the parts of its path are separated by slashes. */
    record Item(String path, String digest, long bytes, boolean executable) {

        private Optional<String> problem() {
            if (!Digests.isDigest(digest) || bytes < 0) {
                return Optional.of("\"%s\" has no digest or no size".formatted(path));
            }
            boolean inside = path.indexOf('\0') < 0
                    && path.indexOf('\\') < 0
                    && Arrays.stream(path.split("/", -1))
                            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
            return inside ? Optional.empty() : Optional.of("\"%s\" leads out of the folder".formatted(path));
        }
    }

    FolderList {
        items = items.stream().sorted(Comparator.comparing(Item::path)).toList();
    }

    long bytes() {
        return items.stream().mapToLong(Item::bytes).sum();
    }

    byte[] json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(items.size());
        for (Item item : items) {
            all.addObject()
                    .put("path", item.path())
                    .put("digest", item.digest())
                    .put("bytes", item.bytes())
                    .put("executable", item.executable());
        }
        return CanonicalJson.compact(all).getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses a list that would write outside of the folder, or one file twice. */
    static FolderList parse(String digest, byte[] json) {
        List<Item> items = new ArrayList<>();
        Set<String> paths = new TreeSet<>();
        for (JsonNode entry : array(digest, json)) {
            Item item = new Item(
                    entry.path("path").asText(),
                    entry.path("digest").asText(),
                    entry.path("bytes").asLong(-1),
                    entry.path("executable").asBoolean());
            item.problem().ifPresent(problem -> {
                throw BlobException.malformed(digest, problem);
            });
            if (!paths.add(item.path())) {
                throw BlobException.malformed(digest, "\"%s\" is there twice".formatted(item.path()));
            }
            items.add(item);
        }
        return new FolderList(items);
    }

    private static JsonNode array(String digest, byte[] json) {
        try {
            JsonNode read = MAPPER.readTree(json);
            if (read.isArray()) {
                return read;
            }
        } catch (IOException e) {
            throw BlobException.malformed(digest, "it is no JSON");
        }
        throw BlobException.malformed(digest, "it is no array");
    }
}
