package dev.penstock.server;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.temporal.serviceclient.SimpleSslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Reads certificates and keys from PEM files, and says what is wrong with them before any server is asked. */
final class Encryption {

    private Encryption() {}

    static SslContext context(Tls.On tls) {
        SimpleSslContextBuilder builder =
                tls.identity().map(Encryption::showing).orElseGet(() -> SimpleSslContextBuilder.noKeyOrCertChain());
        tls.authorities().ifPresent(file -> builder.setTrustManager(trusting(file)));
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS on this JVM", e);
        }
    }

    private static SimpleSslContextBuilder showing(Tls.Identity identity) {
        List<X509Certificate> chain = certificates(identity.certificate());
        chain.forEach(certificate -> refuseOutsideItsTime(identity.certificate(), certificate));
        byte[] key = bytes(identity.key());
        switch (KeyMatch.of(key, chain.getFirst().getPublicKey())) {
            case SAME -> {}
            case OTHER ->
                throw refusal(
                        Code.REFUSED_VALUE,
                        identity.key(),
                        "This is not the key of the certificate %s.".formatted(identity.certificate()),
                        "Give the two that were issued together.");
            case NO_KEY ->
                throw refusal(
                        Code.MALFORMED,
                        identity.key(),
                        "There is no private key of the certificate's kind in the form PKCS#8 in this file.",
                        "Convert a key of another form: openssl pkcs8 -topk8 -nocrypt -in %s -out pkcs8.key"
                                .formatted(identity.key().getFileName()));
        }
        return SimpleSslContextBuilder.forPKCS8(
                new ByteArrayInputStream(bytes(identity.certificate())), new ByteArrayInputStream(key));
    }

    private static void refuseOutsideItsTime(Path file, X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw refusal(
                    Code.REFUSED_VALUE,
                    file,
                    "The certificate was valid until %s."
                            .formatted(certificate.getNotAfter().toInstant()),
                    "Ask for a new one.");
        } catch (CertificateNotYetValidException e) {
            throw refusal(
                    Code.REFUSED_VALUE,
                    file,
                    "The certificate is valid only from %s on."
                            .formatted(certificate.getNotBefore().toInstant()),
                    "Check the clock of this machine.");
        }
    }

    private static X509TrustManager trusting(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate certificate : certificates(file)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS on this JVM", e);
        }
    }

    private static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(file)))) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (CertificateException e) {
            certificates.clear();
        }
        if (certificates.isEmpty()) {
            throw refusal(
                    Code.MALFORMED,
                    file,
                    "There is no certificate in this file.",
                    "Give a PEM file, one that has -----BEGIN CERTIFICATE----- in it.");
        }
        return certificates;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw refusal(
                    Code.UNREADABLE,
                    file,
                    "The file for TLS cannot be read (%s)."
                            .formatted(e.getClass().getSimpleName()),
                    "Check its path and who may read it.");
        }
    }

    private static InvalidInputException refusal(Code code, Path file, String message, String remedy) {
        return new InvalidInputException(code, file.toString(), message, remedy);
    }
}
