package dev.penstock.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.store.MemoryBlobStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ValuesTest {

    private final Values values = new Values(new MemoryBlobStore(), 10);

    @Test
    void letsSmallValuesTravelAsTheyAre() {
        assertThat(values.keep(TextNode.valueOf("12345678")).json()).isEqualTo(TextNode.valueOf("12345678"));
    }

    @Test
    void putsBigValuesIntoTheStore() {
        Datum kept = values.keep(TextNode.valueOf("123456789"));
        assertThat(Reference.of(kept.json()).orElseThrow().size()).isEqualTo(11);
        assertThat(values.load(kept)).isEqualTo(TextNode.valueOf("123456789"));
    }

    @Test
    void loadsReferencesInsideOtherValues() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.add(values.keep(TextNode.valueOf("one that is long")).json());
        list.addObject()
                .set("inside", values.keep(TextNode.valueOf("another long one")).json());
        assertThat(values.load(Datum.of(list)).toString())
                .isEqualTo("[\"one that is long\",{\"inside\":\"another long one\"}]");
    }

    @Test
    void storesWhatOnlyLooksLikeAReference() {
        JsonNode odd = new Reference("sha256:" + "0".repeat(64), 1).toJson();
        Values roomy = new Values(new MemoryBlobStore(), 1_000);
        Datum kept = roomy.keep(odd);
        assertThat(kept.json()).isNotEqualTo(odd);
        assertThat(roomy.load(kept).toString()).isEqualTo(odd.toString());
    }

    @Test
    void parsesAValueOnlyWhenItIsLookedAt() {
        Datum broken = Datum.parse("{".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.size()).isEqualTo(1);
        assertThat(Datum.parse("[1]".getBytes(StandardCharsets.UTF_8))
                        .json()
                        .get(0)
                        .intValue())
                .isEqualTo(1);
    }
}
