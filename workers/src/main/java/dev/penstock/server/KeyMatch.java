package dev.penstock.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a private key file belongs to a public key; TLS libraries find out only when a server objects. */
enum KeyMatch {
    SAME,
    OTHER,
    NO_KEY;

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private static final byte[] TEXT = "penstock".getBytes(US_ASCII);

    static KeyMatch of(byte[] pem, PublicKey publicKey) {
        Matcher matcher = PKCS8.matcher(new String(pem, US_ASCII));
        if (!matcher.find()) {
            return NO_KEY;
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
            PrivateKey key =
                    KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return signsFor(key, publicKey) ? SAME : OTHER;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return NO_KEY;
        }
    }

    private static boolean signsFor(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (publicKey.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> publicKey.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(TEXT);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(TEXT);
        return signature.verify(signed);
    }
}
