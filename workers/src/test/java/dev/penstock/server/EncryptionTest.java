package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import dev.penstock.server.Target.Remote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptionTest {

    @TempDir
    private static Path folder;

    private static Certificates server;
    private static Certificates client;
    private static Certificates stranger;

    @BeforeAll
    static void createCertificates() throws Exception {
        server = Certificates.create(folder, "server", "-ext", "SAN=dns:localhost");
        client = Certificates.create(folder, "client");
        stranger = Certificates.create(folder, "stranger");
    }

    @Test
    void connectsToAServerWhoseAuthorityIsKnown() throws Exception {
        try (FakeServer fake = FakeServer.encrypted(server)) {
            opens(Remote.at(fake.address()).with(trusting()));
        }
    }

    @Test
    void sendsTheKeyThatTheVariableHolds() throws Exception {
        try (FakeServer fake = FakeServer.encrypted(server).wantingKey("s3cret")) {
            Remote remote = Remote.at(fake.address()).with(trusting()).with(new ApiKey("KEY"));
            try (Engine engine = Engines.open(remote, settings().withEnvironment(Map.of("KEY", "s3cret\n")))) {
                assertThat(SearchAttributes.register(engine).complete()).isTrue();
            }
            Refusal.of(remote, settings().withEnvironment(Map.of("KEY", "another")))
                    .is(Code.MISSING_RIGHT, "(Request unauthorized.)", "Check the key in the variable KEY");
            Refusal.of(remote, settings())
                    .is(Code.MISSING_VALUE, "The API key of", "Set the variable")
                    .at("environment variable KEY");
        }
    }

    @Test
    void showsItsCertificate() throws Exception {
        try (FakeServer fake = FakeServer.encryptedForKnown(server, client)) {
            Remote remote = Remote.at(fake.address());
            opens(remote.with(trusting().as(client.identity())));
            Refusal.of(remote.with(trusting()), settings())
                    .is(Code.ENCRYPTION_FAILED, "asks for a client certificate", "Give certificate and key");
            Refusal.of(remote.with(trusting().as(stranger.identity())), settings())
                    .is(Code.ENCRYPTION_FAILED, "does not accept the client certificate", "one that it trusts");
        }
    }

    @Test
    void saysThatTheServerSpeaksTls() throws Exception {
        try (FakeServer fake = FakeServer.encrypted(server);
                FakeServer mutual = FakeServer.encryptedForKnown(server, client)) {
            Refusal.of(Remote.at(fake.address()), settings())
                    .is(Code.ENCRYPTION_FAILED, "The server speaks TLS.", "Switch TLS on");
            Refusal.of(Remote.at(mutual.address()), settings())
                    .is(Code.ENCRYPTION_FAILED, "The server speaks TLS.", "Switch TLS on");
        }
    }

    @Test
    void saysThatTheServerDoesNotSpeakTls() throws Exception {
        try (FakeServer fake = FakeServer.plain("default");
                FakePort web = FakePort.web()) {
            Refusal.of(Remote.at(fake.address()).with(trusting()), settings())
                    .is(Code.ENCRYPTION_FAILED, "The server does not speak TLS.", "Switch TLS off");
            Refusal.of(Remote.at(web.address()).with(trusting()), settings())
                    .is(Code.ENCRYPTION_FAILED, "The server does not speak TLS.", "Switch TLS off");
        }
    }

    @Test
    void waitsAShortTimeForAPortThatSaysNothing() throws IOException {
        try (FakePort port = FakePort.silent()) {
            Refusal.of(Remote.at(port.address()).with(trusting()), settings().waiting(Duration.ofMillis(700)))
                    .is(Code.NO_SERVER, "No answer came within 0.7 s.", "Check the address");
        }
    }

    @Test
    void saysThatTheCertificateIsNotTrusted() throws Exception {
        try (FakeServer fake = FakeServer.encrypted(server)) {
            for (Tls.On tls : new Tls.On[] {Tls.On.plain(), Tls.On.plain().trusting(stranger.certificate())}) {
                Refusal.of(Remote.at(fake.address()).with(tls), settings())
                        .is(Code.ENCRYPTION_FAILED, "certificate is not trusted", "Give the PEM file");
            }
        }
    }

    @Test
    void saysThatTheCertificateIsForAnotherName() throws Exception {
        try (FakeServer fake = FakeServer.encrypted(server)) {
            Remote byNumber = Remote.at(Address.local(fake.address().port()));
            Refusal.of(byNumber.with(trusting()), settings())
                    .is(Code.ENCRYPTION_FAILED, "for another name than 127.0.0.1", "set it as the server name");
            Tls.On named = new Tls.On(Optional.of(server.certificate()), Optional.empty(), Optional.of("localhost"));
            opens(byNumber.with(named));
        }
    }

    @Test
    void saysThatAFileIsNotThere() {
        Path absent = folder.resolve("absent.pem");
        refuses(Tls.On.plain().trusting(absent))
                .is(Code.UNREADABLE, "(NoSuchFileException)", "Check its path")
                .at(absent.toString());
        refuses(Tls.On.plain().as(new Tls.Identity(client.certificate(), absent)))
                .is(Code.UNREADABLE, "(NoSuchFileException)", "Check its path");
    }

    @Test
    void saysThatAFileHasNoCertificate() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path letter = Files.writeString(folder.resolve("letter.pem"), "Dear Ada,");
        refuses(Tls.On.plain().trusting(empty)).is(Code.MALFORMED, "no certificate in this file", "BEGIN CERTIFICATE");
        refuses(Tls.On.plain().trusting(letter)).is(Code.MALFORMED, "no certificate in this file", "BEGIN CERTIFICATE");
        refuses(Tls.On.plain().as(new Tls.Identity(client.key(), client.key())))
                .is(Code.MALFORMED, "no certificate in this file", "BEGIN CERTIFICATE")
                .at(client.key().toString());
    }

    @Test
    void saysThatAKeyIsNone() {
        refuses(Tls.On.plain().as(new Tls.Identity(client.certificate(), client.certificate())))
                .is(Code.MALFORMED, "no private key of the certificate's kind", "openssl pkcs8 -topk8");
    }

    @Test
    void saysThatAKeyIsOfAnotherCertificate() {
        refuses(Tls.On.plain().as(new Tls.Identity(client.certificate(), stranger.key())))
                .is(Code.REFUSED_VALUE, "not the key of the certificate", "issued together")
                .at(stranger.key().toString());
    }

    @Test
    void saysThatACertificateIsOutOfItsTime() throws Exception {
        Certificates old = Certificates.create(folder, "old", "-startdate", "-10d", "-validity", "2");
        Certificates early = Certificates.create(folder, "early", "-startdate", "+10d");
        refuses(Tls.On.plain().as(old.identity())).is(Code.REFUSED_VALUE, "valid until", "Ask for a new one.");
        refuses(Tls.On.plain().as(early.identity())).is(Code.REFUSED_VALUE, "valid only from", "Check the clock");
    }

    private static Refusal refuses(Tls.On tls) {
        return Refusal.of(Remote.at(Address.local(1)).with(tls), settings());
    }

    private static void opens(Remote remote) {
        try (Engine engine = Engines.open(remote, settings())) {
            assertThat(engine.namespace()).isEqualTo("default");
        }
    }

    private static Tls.On trusting() {
        return Tls.On.plain().trusting(server.certificate());
    }

    private static ServerSettings settings() {
        return ServerSettings.in(folder).withEnvironment(Map.of());
    }
}
