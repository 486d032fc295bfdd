package dev.penstock.cli.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.sample.Hello;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassHeaderTest {

    @Test
    void knowsNameAndSupertypes() throws IOException {
        assertThat(ClassHeader.read(bytes(Hello.class)))
                .contains(new ClassHeader(
                        Hello.class.getName(), false, List.of("java.lang.Object", "dev.penstock.flow.Pipeline")));
    }

    @Test
    void readsClassesOfEveryKind() throws IOException {
        for (Class<?> type : new Class<?>[] {
            Object.class, String.class, Enum.class, Record.class, Long.class, Math.class, StringBuilder.class
        }) {
            assertThat(ClassHeader.read(bytes(type)).map(ClassHeader::name)).contains(type.getName());
        }
        assertThat(ClassHeader.read(bytes(Runnable.class)).map(ClassHeader::isAbstract))
                .contains(true);
    }

    @Test
    void takesNothingFromOtherBytes() throws IOException {
        byte[] bytes = bytes(Hello.class);
        for (int length = 0; length < 200; length++) {
            assertThat(ClassHeader.read(Arrays.copyOf(bytes, length))).isEmpty();
        }
        assertThat(ClassHeader.read("plain text".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }
}
