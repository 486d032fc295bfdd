package dev.penstock.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.CanonicalJson;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Empties;
import dev.penstock.type.JsonDecoder;
import dev.penstock.type.JsonEncoder;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeReader;
import dev.penstock.type.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A spec is a value like any other: its JSON follows from its records. */
final class SpecJson {

    private static final JsonEncoder WITH_SITES =
            encoder(Map.of(Site.class, site -> Optional.of(TextNode.valueOf(site.toString()))));
    private static final JsonEncoder WITHOUT_SITES = encoder(Map.of(Site.class, site -> Optional.empty()));
    private static final JsonEncoder TO_BE_DIGESTED = encoder(Map.of(
            Site.class, site -> Optional.empty(), Node.class, node -> Optional.of(LateNode.of(node, WITHOUT_SITES))));
    private static final JsonDecoder DECODER = new JsonDecoder(Map.of(
            JsonNode.class, json -> json,
            DataType.class, json -> DataType.parse(json.textValue()),
            ArtifactKind.class, json -> ArtifactKind.parse(json.textValue()),
            Site.class, json -> json.isMissingNode() ? Site.UNKNOWN : Site.parse(json.textValue())));

    /** The types of the records that make up a spec. */
    static final Types TYPES;

    /** The type of a spec itself. */
    static final DataType TYPE;

    static {
        TypeReader reader = new TypeReader(Map.of(
                JsonNode.class, Scalar.JSON,
                DataType.class, Scalar.STRING,
                ArtifactKind.class, Scalar.STRING,
                Site.class, new OptionalOf(Scalar.STRING)));
        TYPE = reader.read(Spec.class);
        TYPES = reader.types();
    }

    private SpecJson() {}

    static JsonNode write(Spec spec) {
        return WITH_SITES.encode(spec);
    }

    static JsonNode writeWithoutSites(Spec spec) {
        return WITHOUT_SITES.encode(spec);
    }

    static String digest(Spec spec) {
        return CanonicalJson.digest(TO_BE_DIGESTED.encode(spec));
    }

    static Spec read(JsonNode checked) {
        return (Spec) DECODER.decode(checked, Spec.class);
    }

    private static JsonEncoder encoder(Map<Class<?>, Function<Object, Optional<JsonNode>>> more) {
        Map<Class<?>, Function<Object, Optional<JsonNode>>> leaves = new HashMap<>(more);
        leaves.put(JsonNode.class, json -> Optional.of((JsonNode) json));
        leaves.put(DataType.class, type -> Optional.of(TextNode.valueOf(((DataType) type).text())));
        return new JsonEncoder(leaves, Empties.LEFT_OUT);
    }
}
