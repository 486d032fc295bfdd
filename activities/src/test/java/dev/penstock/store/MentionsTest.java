package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MentionsTest {

    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final String DIGEST = "sha256:" + HEX;
    private static final String SPREAD = HEX.substring(0, 2) + "/" + HEX.substring(2);

    @Test
    void areFoundInEveryForm() {
        for (String text : new String[] {
            DIGEST,
            "x" + DIGEST + "f",
            "{\"uri\":\"s3://b/p/sha256/" + SPREAD + "\"}",
            "file:///store/folders/" + SPREAD,
            "penstock:?digest=sha256%3A" + HEX,
            "sha256%3a" + HEX,
        }) {
            Mentions mentions = new Mentions();
            mentions.add(text);
            assertThat(mentions.digests()).as(text).containsExactly(DIGEST);
            assertThat(mentions.values()).as(text).isEmpty();
        }
    }

    @Test
    void areValuesWhereTheyTravelInPlaceOfOne() {
        for (String text : new String[] {
            "{\"@stored\":\"" + DIGEST + "\",\"bytes\":9}",
            "{\"@stored\" : \"" + DIGEST + "\"}",
            "{\\\"@stored\\\":\\\"" + DIGEST + "\\\"}"
        }) {
            Mentions mentions = new Mentions();
            mentions.add(text);
            assertThat(mentions.values()).as(text).containsExactly(DIGEST);
        }
    }

    @Test
    void areNothingElse() {
        for (String text : new String[] {"sha256:abc", "sha1:" + HEX, "SHA256:" + HEX, HEX}) {
            Mentions mentions = new Mentions();
            mentions.add(text);
            assertThat(mentions.digests()).as(text).isEmpty();
        }
    }

    @Test
    void areFoundWhereverATextIsCut() throws IOException {
        String stored = "{\"@stored\":\"" + DIGEST + "\"}";
        for (int before = 0; before < 600; before++) {
            Mentions mentions = new Mentions();
            String text = " ".repeat(before) + stored + " ".repeat(600);
            mentions.add(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 200);
            assertThat(mentions.values()).as("after %s", before).containsExactly(DIGEST);
        }
        Mentions whole = new Mentions();
        whole.add(new ByteArrayInputStream((" ".repeat(1 << 20) + stored).getBytes(StandardCharsets.UTF_8)));
        assertThat(whole.values()).containsExactly(DIGEST);
    }
}
