package dev.penstock.host;

import com.google.protobuf.ByteString;
import dev.penstock.engine.Message;
import dev.penstock.engine.Messages;
import dev.penstock.value.Datum;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.PayloadConverter;
import java.lang.reflect.Type;
import java.util.Optional;

/** Writes values and messages as plain JSON, values without parsing them; everything else as Temporal does. */
public final class Payloads implements PayloadConverter {

    private static final ByteString ENCODING = ByteString.copyFromUtf8("json/plain");

    private final JacksonJsonPayloadConverter others = new JacksonJsonPayloadConverter();

    private Payloads() {}

    public static DataConverter converter() {
        return DefaultDataConverter.newDefaultInstance().withPayloadConverterOverrides(new Payloads());
    }

    @Override
    public String getEncodingType() {
        return others.getEncodingType();
    }

    @Override
    public Optional<Payload> toData(Object value) {
        return switch (value) {
            case Datum datum -> Optional.of(payload(datum));
            case Message message -> Optional.of(payload(Datum.of(Messages.encode(message))));
            default -> others.toData(value);
        };
    }

    @Override
    public <T> T fromData(Payload content, Class<T> type, Type generic) {
        if (type == Datum.class) {
            return type.cast(Datum.parse(content.getData().toByteArray()));
        }
        if (Message.class.isAssignableFrom(type)) {
            Datum json = Datum.parse(content.getData().toByteArray());
            return type.cast(Messages.decode(json.json(), type.asSubclass(Message.class)));
        }
        return others.fromData(content, type, generic);
    }

    private static Payload payload(Datum datum) {
        return Payload.newBuilder()
                .putMetadata(EncodingKeys.METADATA_ENCODING_KEY, ENCODING)
                .setData(ByteString.copyFrom(datum.bytes()))
                .build();
    }
}
