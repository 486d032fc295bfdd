package dev.penstock.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.penstock.host.Payloads;
import dev.penstock.value.Datum;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.ActivityTaskFailedEventAttributes;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PayloadTextsTest {

    private static final DataConverter PLAIN = Payloads.converter();
    private static final DataConverter SECRET = new CodecDataConverter(PLAIN, List.of(new Backwards()));

    /** Stands for a codec that encrypts. */
    private record Backwards() implements PayloadCodec {

        @Override
        public List<Payload> encode(List<Payload> payloads) {
            return payloads.stream()
                    .map(payload -> Payload.newBuilder()
                            .putMetadata("encoding", ByteString.copyFromUtf8("binary/backwards"))
                            .setData(backwards(payload.toByteString()))
                            .build())
                    .toList();
        }

        @Override
        public List<Payload> decode(List<Payload> payloads) {
            return payloads.stream().map(Backwards::decoded).toList();
        }

        private static Payload decoded(Payload payload) {
            try {
                return Payload.parseFrom(backwards(payload.getData()));
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static ByteString backwards(ByteString bytes) {
            byte[] turned = new byte[bytes.size()];
            for (int i = 0; i < turned.length; i++) {
                turned[i] = bytes.byteAt(turned.length - 1 - i);
            }
            return ByteString.copyFrom(turned);
        }
    }

    @Test
    void areFoundInEveryPlaceOfAHistory() {
        for (DataConverter converter : List.of(PLAIN, SECRET)) {
            Failure cause = Failure.newBuilder()
                    .setMessage("in words")
                    .setApplicationFailureInfo(ApplicationFailureInfo.newBuilder()
                            .setDetails(converter.toPayloads(text("in details")).get()))
                    .build();
            History history = History.newBuilder()
                    .addEvents(HistoryEvent.newBuilder()
                            .setActivityTaskScheduledEventAttributes(ActivityTaskScheduledEventAttributes.newBuilder()
                                    .setInput(converter
                                            .toPayloads(text("first input"), text("second input"))
                                            .get())
                                    .setHeader(Header.newBuilder()
                                            .putFields(
                                                    "key",
                                                    converter
                                                            .toPayload(text("in a header"))
                                                            .get()))))
                    .addEvents(HistoryEvent.newBuilder()
                            .setActivityTaskFailedEventAttributes(ActivityTaskFailedEventAttributes.newBuilder()
                                    .setFailure(Failure.newBuilder().setCause(cause))))
                    .build();
            assertThat(texts(history, converter))
                    .contains("\"first input\"", "\"second input\"", "\"in a header\"", "in words", "\"in details\"");
        }
    }

    @Test
    void areNotPassedOverWhereTheyCannotBeDecoded() {
        Payload secret = SECRET.toPayload(text("hidden")).orElseThrow();
        assertThat(unreadable(secret, PLAIN)).containsExactly("binary/backwards");
        Payload damaged = secret.toBuilder()
                .setData(ByteString.copyFromUtf8("none of it"))
                .build();
        assertThat(unreadable(damaged, SECRET)).containsExactly("binary/backwards");
        assertThat(unreadable(secret, SECRET)).isEmpty();
    }

    @Test
    void areFoundBesidesWhatCannotBeDecoded() {
        Payload secret = SECRET.toPayload(text("hidden")).orElseThrow();
        Payload plain = PLAIN.toPayload(text("after it")).orElseThrow();
        io.temporal.api.common.v1.Payloads both = io.temporal.api.common.v1.Payloads.newBuilder()
                .addPayloads(secret)
                .addPayloads(plain)
                .build();
        assertThat(texts(both, PLAIN)).contains("\"after it\"");
        assertThat(unreadable(both, PLAIN)).containsExactly("binary/backwards");
    }

    private static List<String> texts(Message message, DataConverter converter) {
        List<String> found = new ArrayList<>();
        new PayloadTexts(converter, found::add, encoding -> {}).in(message);
        return found;
    }

    private static List<String> unreadable(Message message, DataConverter converter) {
        List<String> found = new ArrayList<>();
        new PayloadTexts(converter, text -> {}, found::add).in(message);
        return found;
    }

    private static Datum text(String text) {
        return Datum.of(TextNode.valueOf(text));
    }
}
