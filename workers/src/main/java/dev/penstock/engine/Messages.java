package dev.penstock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.Empties;
import dev.penstock.type.JsonDecoder;
import dev.penstock.type.JsonEncoder;
import dev.penstock.value.Datum;
import java.util.Map;
import java.util.Optional;

/** The JSON of messages: that of records, with values standing in it as they are. */
public final class Messages {

    private static final JsonEncoder ENCODER = new JsonEncoder(
            Map.of(
                    JsonNode.class, json -> Optional.of((JsonNode) json),
                    Datum.class, datum -> Optional.of(((Datum) datum).json()),
                    DataType.class, type -> Optional.of(TextNode.valueOf(((DataType) type).text()))),
            Empties.LEFT_OUT);
    private static final JsonDecoder DECODER = new JsonDecoder(Map.of(
            JsonNode.class, json -> json,
            Datum.class, Datum::of,
            DataType.class, json -> DataType.parse(json.textValue()),
            ArtifactKind.class, json -> ArtifactKind.parse(json.textValue())));

    private Messages() {}

    public static JsonNode encode(Message message) {
        return ENCODER.encode(message);
    }

    public static <M extends Message> M decode(JsonNode json, Class<M> type) {
        return type.cast(DECODER.decode(json, type));
    }
}
