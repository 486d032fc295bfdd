package dev.penstock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process that reaches S3 by a role, as pods with a service account do. */
final class S3RoleIT {

    private static final String ROLE = "arn:aws:iam::123456789012:role/penstock";

    @RegisterExtension
    private static final S3Server SERVER = new S3Server();

    @TempDir
    private Path folder;

    private S3Place place;
    private Path token;

    @BeforeEach
    void setUp() throws IOException {
        place = SERVER.bucket();
        token = Files.writeString(folder.resolve("token"), "first token");
    }

    @Test
    void lendsKeysAndLendsThemAgainBeforeTheyExpire() throws Exception {
        try (FakeSts sts = new FakeSts(ROLE, Duration.ofSeconds(30))) {
            Process process = start(sts, ROLE);
            try (BufferedWriter orders = process.outputWriter();
                    BufferedReader said = process.inputReader()) {
                assertThat(order(orders, said, "one")).isEqualTo("wrote one");
                // Kubernetes puts another token there now and then.
                Files.writeString(token, "second token");
                assertThat(order(orders, said, "two")).isEqualTo("wrote two");
            }
            assertThat(process.waitFor()).isZero();
            assertThat(sts.tokens()).startsWith("first token").endsWith("second token");
        }
        assertThat(SERVER.file(place, "one")).content().isEqualTo("one");
        assertThat(SERVER.file(place, "two")).content().isEqualTo("two");
    }

    @Test
    void asksOnceWhileTheKeysAreGood() throws Exception {
        try (FakeSts sts = new FakeSts(ROLE, Duration.ofHours(1))) {
            Process process = start(sts, ROLE);
            try (BufferedWriter orders = process.outputWriter();
                    BufferedReader said = process.inputReader()) {
                assertThat(order(orders, said, "one")).isEqualTo("wrote one");
                assertThat(order(orders, said, "two")).isEqualTo("wrote two");
            }
            assertThat(process.waitFor()).isZero();
            assertThat(sts.tokens()).containsExactly("first token");
        }
    }

    @Test
    void saysWhichRoleItMayNotTake() throws Exception {
        try (FakeSts sts = new FakeSts(ROLE, Duration.ofHours(1))) {
            assertThat(refusal(sts, ROLE + "-of-others"))
                    .isEqualTo(
                            "The store %s cannot be used: The role %s-of-others cannot be taken with the token in %s:"
                                            .formatted(place.words(), ROLE, token)
                                    + " Not authorized to perform sts:AssumeRoleWithWebIdentity.");
        }
    }

    @Test
    void saysThatItsTokenIsNotThere() throws Exception {
        Files.delete(token);
        try (FakeSts sts = new FakeSts(ROLE, Duration.ofHours(1))) {
            assertThat(refusal(sts, ROLE))
                    .startsWith("The store %s cannot be used: The role %s cannot be taken with the token in %s: "
                            .formatted(place.words(), ROLE, token))
                    .contains("NoSuchFile");
        }
    }

    private String refusal(FakeSts sts, String role) throws Exception {
        Process process = start(sts, role);
        try (BufferedWriter orders = process.outputWriter();
                BufferedReader said = process.inputReader()) {
            return order(orders, said, "one");
        } finally {
            process.waitFor();
        }
    }

    private static String order(BufferedWriter orders, BufferedReader said, String name) throws IOException {
        orders.write(name + "\n");
        orders.flush();
        return String.valueOf(said.readLine());
    }

    private Process start(FakeSts sts, String role) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RoleUser.class.getName(),
                        "s3://" + place.bucket())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_ROLE_ARN", role);
        builder.environment().put("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString());
        builder.environment()
                .put("AWS_ENDPOINT_URL_S3", place.endpoint().orElseThrow().toString());
        builder.environment().put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        return builder.start();
    }
}
