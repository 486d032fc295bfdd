package dev.penstock.runs;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageOrBuilder;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds every text in what a server tells, those inside of payloads decoded as workers decode them. */
record PayloadTexts(DataConverter converter, Consumer<String> text) {

    private static final Set<String> PLAIN =
            Set.of("", "binary/null", "binary/plain", "json/plain", "json/protobuf", "binary/protobuf");

    /** A payload that nobody here can read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String encoding) {
            super(encoding);
        }
    }

    void in(MessageOrBuilder message) throws Unreadable {
        if (message instanceof Payload payload) {
            text.accept(plain(payload).getData().toString(StandardCharsets.ISO_8859_1));
            return;
        }
        for (Object value : message.getAllFields().values()) {
            inValue(value);
        }
    }

    private void inValue(Object value) throws Unreadable {
        switch (value) {
            case MessageOrBuilder message -> in(message);
            case List<?> items -> {
                for (Object item : items) {
                    inValue(item);
                }
            }
            case String words -> text.accept(words);
            case ByteString bytes -> text.accept(bytes.toString(StandardCharsets.ISO_8859_1));
            default -> {
                // Numbers and constants name nothing.
                return;
            }
        }
    }

    private Payload plain(Payload payload) throws Unreadable {
        if (PLAIN.contains(encoding(payload))) {
            return payload;
        }
        Payload decoded;
        try {
            decoded = converter
                    .fromPayload(payload, RawValue.class, RawValue.class)
                    .getPayload();
        } catch (RuntimeException e) {
            throw new Unreadable(encoding(payload));
        }
        if (!PLAIN.contains(encoding(decoded))) {
            throw new Unreadable(encoding(payload));
        }
        return decoded;
    }

    private static String encoding(Payload payload) {
        return payload.getMetadataOrDefault(EncodingKeys.METADATA_ENCODING_KEY, ByteString.EMPTY)
                .toStringUtf8();
    }
}
