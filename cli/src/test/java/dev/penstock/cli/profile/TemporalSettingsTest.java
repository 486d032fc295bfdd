package dev.penstock.cli.profile;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.OutcomeAssert;
import dev.penstock.examples.hello.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a setting is taken from is seen by the server that does not answer, or by the place of a problem. */
class TemporalSettingsTest {

    @TempDir
    Path folder;

    private Call call;

    @BeforeEach
    void begin() {
        call = Call.in(folder).with(new Hello());
    }

    private void configure(String text) throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), text);
    }

    private OutcomeAssert run(String... flags) {
        String[] words = new String[flags.length + 1];
        words[0] = "run";
        System.arraycopy(flags, 0, words, 1, flags.length);
        return assertThat(call.run(words));
    }

    @Test
    void areThoseOfTheFileUnderTheProfileUnderVariablesUnderFlags() throws IOException {
        configure("""
            temporal:
              target: 127.0.0.1:1
            profiles:
              other:
                temporal: {target: "127.0.0.1:2"}
            """);
        run().refused("no-server").complains("server 127.0.0.1:1");
        run("--profile", "other").refused("no-server").complains("server 127.0.0.1:2");
        call = call.env("PENSTOCK_TEMPORAL_TARGET", "127.0.0.1:3");
        run("--profile", "other").refused("no-server").complains("server 127.0.0.1:3");
        run("--target", "127.0.0.1:4").refused("no-server").complains("server 127.0.0.1:4");
    }

    @Test
    void haveOnlyKnownKeys() throws IOException {
        configure("temporal: {taskQeue: x}\n");
        run().refused("unknown-name").complains("penstock.yaml:1:", "Did you mean \"taskQueue\"?");
    }

    @Test
    void holdNoKeys() throws IOException {
        configure("temporal: {target: \"127.0.0.1:1\", apiKey: eyJhbGciOi.JFUzI1-NiJ9}\n");
        run().refused("refused-value")
                .complains("penstock.yaml:1:", "a key itself must not stand in a file", "Put the key into a variable");
    }

    @Test
    void takeTheKeyFromTheVariableThatIsNamed() throws IOException {
        configure("temporal: {target: \"127.0.0.1:1\", apiKey: THE_KEY}\n");
        run().refused("missing-value").complains("environment variable THE_KEY");
    }

    @Test
    void needAKeyForACertificate() throws IOException {
        configure("temporal: {target: \"127.0.0.1:1\", tls: {certificate: client.pem}}\n");
        run().refused("missing-value").complains("A client certificate needs its key");
    }

    @Test
    void findFilesBesideTheConfiguration() throws IOException {
        configure("temporal: {target: \"127.0.0.1:1\", tls: {authorities: ca.pem}}\n");
        run().refused("unreadable").complains(folder.resolve("ca.pem").toString());
    }

    @Test
    void tellAllProblemsAtOnce() throws IOException {
        configure("temporal: {target: embeded, ui: nowhere}\n");
        call = call.env("PENSTOCK_TEMPORAL_TLS", "perhaps");
        run().refused("unknown-name", "refused-value", "wrong-type");
    }
}
