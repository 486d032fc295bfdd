package dev.penstock.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.penstock.type.JsonEncoder;
import java.io.IOException;

/** A step that becomes JSON while it is written, so that the JSON of a big graph is never in memory as a whole. */
record LateNode(Node node, JsonEncoder encoder) implements JsonSerializable {

    static JsonNode of(Object node, JsonEncoder encoder) {
        return new POJONode(new LateNode((Node) node, encoder));
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        encoder.encode(node).serialize(generator, provider);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }
}
