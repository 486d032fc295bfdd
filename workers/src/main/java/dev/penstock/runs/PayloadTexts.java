package dev.penstock.runs;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageOrBuilder;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds every text in what a server tells, those inside of payloads decoded as workers decode them.
 *
 * @param unreadable takes the encoding of each payload that nobody here can read
 */
record PayloadTexts(DataConverter converter, Consumer<String> text, Consumer<String> unreadable) {

    private static final Set<String> PLAIN =
            Set.of("", "binary/null", "binary/plain", "json/plain", "json/protobuf", "binary/protobuf");

    void in(MessageOrBuilder message) {
        if (message instanceof Payload payload) {
            plain(payload)
                    .ifPresentOrElse(
                            plain -> text.accept(plain.getData().toString(StandardCharsets.ISO_8859_1)),
                            () -> unreadable.accept(encoding(payload)));
            return;
        }
        for (Object value : message.getAllFields().values()) {
            inValue(value);
        }
    }

    private void inValue(Object value) {
        switch (value) {
            case MessageOrBuilder message -> in(message);
            case List<?> items -> items.forEach(this::inValue);
            case String words -> text.accept(words);
            case ByteString bytes -> text.accept(bytes.toString(StandardCharsets.ISO_8859_1));
            default -> {
                // Numbers and constants name nothing.
                return;
            }
        }
    }

    private Optional<Payload> plain(Payload payload) {
        if (PLAIN.contains(encoding(payload))) {
            return Optional.of(payload);
        }
        try {
            return Optional.of(converter.fromPayload(payload, RawValue.class, RawValue.class))
                    .map(RawValue::getPayload)
                    .filter(decoded -> PLAIN.contains(encoding(decoded)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String encoding(Payload payload) {
        return payload.getMetadataOrDefault(EncodingKeys.METADATA_ENCODING_KEY, ByteString.EMPTY)
                .toStringUtf8();
    }
}
