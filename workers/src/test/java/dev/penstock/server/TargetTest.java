package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import dev.penstock.server.Target.Remote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {

    @Test
    void isOneOfThreeWords() {
        assertThat(Target.parse("auto")).isEqualTo(new Target.Auto());
        assertThat(Target.parse("embedded")).isEqualTo(new Target.Embedded());
        assertThat(Target.parse("dev")).isEqualTo(new Target.Dev());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:7233, localhost, 7233",
        "temporal.example.com:443, temporal.example.com, 443",
        "127.0.0.1:1, 127.0.0.1, 1",
        "[::1]:65535, ::1, 65535",
        "my_service.team-a.svc:7233, my_service.team-a.svc, 7233"
    })
    void isAnAddress(String text, String host, int port) {
        assertThat(Target.parse(text)).isEqualTo(Remote.at(new Address(host, port)));
        assertThat(new Address(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:",
                ":7233",
                "localhost:0",
                "localhost:65536",
                "localhost:999999",
                "localhost:7233/x",
                "::1:7233",
                "https://temporal.example.com:7233",
                "local host:7233",
                "localhost:-1",
                "[]:1",
                "a:b"
            })
    void refusesWhatIsNoAddress(String text) {
        Refusal.of(() -> Target.parse(text))
                .is(Code.REFUSED_VALUE, "not the address of a server", "Write host:port")
                .at("target " + text);
    }

    @ParameterizedTest
    @CsvSource({"embeded, embedded", "Dev, dev", "atuo, auto"})
    void knowsWhichWordWasMeant(String text, String meant) {
        Refusal.of(() -> Target.parse(text))
                .is(Code.UNKNOWN_NAME, "no target \"%s\"".formatted(text), "Did you mean \"%s\"?".formatted(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kubernetes", "localhost"})
    void saysWhatCanBeWritten(String text) {
        Refusal.of(() -> Target.parse(text))
                .is(Code.UNKNOWN_NAME, "no target", "Write auto, embedded, dev or host:port.");
    }
}
