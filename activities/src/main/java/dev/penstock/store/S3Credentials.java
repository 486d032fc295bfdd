package dev.penstock.store;

import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The keys that the surroundings give, wherever tools for S3 look for them; where there are none, why in a sentence. */
final class S3Credentials implements AwsCredentialsProvider {

    private final AwsCredentialsProvider chain =
            DefaultCredentialsProvider.builder().build();

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return chain.resolveCredentials();
        } catch (SdkClientException e) {
            throw SdkClientException.builder().message(why()).cause(e).build();
        }
    }

    private static String why() {
        Optional<String> role = SdkSystemSetting.AWS_ROLE_ARN.getStringValue();
        Optional<String> token = SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE.getStringValue();
        if (role.isPresent() && token.isPresent()) {
            return "The role %s cannot be taken with the token in %s: %s"
                    .formatted(role.get(), token.get(), refusal(WebIdentityTokenFileCredentialsProvider.create()));
        }
        Optional<String> profile = ProfileFileSystemSetting.AWS_PROFILE.getStringValue();
        if (profile.isPresent()) {
            return "The profile %s gives no keys: %s"
                    .formatted(profile.get(), refusal(ProfileCredentialsProvider.create(profile.get())));
        }
        return "There are no keys for S3: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with"
                + " AWS_PROFILE, or let the machine have a role";
    }

    /** The chain tells what all its members say at once, so the one that matters is asked again. */
    private static <P extends AwsCredentialsProvider & SdkAutoCloseable> String refusal(P provider) {
        try (P asked = provider) {
            asked.resolveCredentials();
            return "now it can; try again";
        } catch (AwsServiceException e) {
            return e.awsErrorDetails() == null
                    ? String.valueOf(e.getMessage())
                    : e.awsErrorDetails().errorMessage();
        } catch (SdkException | UncheckedIOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
