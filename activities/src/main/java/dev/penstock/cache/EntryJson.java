package dev.penstock.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.type.DataType;
import dev.penstock.type.Empties;
import dev.penstock.type.JsonDecoder;
import dev.penstock.type.JsonEncoder;
import dev.penstock.value.Datum;
import java.util.Map;
import java.util.Optional;

/** The JSON of what the cache writes. */
final class EntryJson {

    private static final JsonEncoder ENCODER = new JsonEncoder(
            Map.of(
                    JsonNode.class, json -> Optional.of((JsonNode) json),
                    Datum.class, datum -> Optional.of(((Datum) datum).json()),
                    DataType.class, type -> Optional.of(TextNode.valueOf(((DataType) type).text()))),
            Empties.LEFT_OUT);
    private static final JsonDecoder DECODER =
            new JsonDecoder(Map.of(JsonNode.class, json -> json, Datum.class, Datum::of));

    private EntryJson() {}

    static byte[] write(Record record) {
        return Datum.of(json(record)).bytes();
    }

    static JsonNode json(Record record) {
        return ENCODER.encode(record);
    }

    /** Nothing where the bytes are not what was once written. */
    static <T> Optional<T> read(byte[] bytes, Class<T> type) {
        try {
            return Optional.of(type.cast(DECODER.decode(Datum.parse(bytes).json(), type)));
        } catch (RuntimeException e) {
            // Damage can take any form, and so can its exception.
            return Optional.empty();
        }
    }
}
