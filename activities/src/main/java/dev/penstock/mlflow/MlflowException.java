package dev.penstock.mlflow;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** MLflow did not do what it was asked. */
final class MlflowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final int status;
    private final String code;

    private MlflowException(int status, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    /**
     * It answered with an error.
     *
     * @param code such as {@code RESOURCE_ALREADY_EXISTS}; empty where it gave none
     */
    static MlflowException refused(int status, String code, String message) {
        return new MlflowException(status, code, message, null);
    }

    /** It did not answer. */
    static MlflowException silent(URI address, String reason, @Nullable Throwable cause) {
        return new MlflowException(0, "", "MLflow at %s does not answer: %s".formatted(address, reason), cause);
    }

    boolean is(String errorCode) {
        return code.equals(errorCode);
    }

    /** The same for the step that asked. */
    Fault fault(Mlflow mlflow) {
        String message = String.valueOf(getMessage());
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return Fault.lasting(
                    FaultKind.PLATFORM,
                    "MLflow at %s refuses %s (HTTP %s)."
                            .formatted(mlflow.address(), words(mlflow.credentials()), status),
                    "Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, for the"
                            + " worker.");
        }
        if (status == 0) {
            return Fault.of(FaultKind.PLATFORM, message);
        }
        String told = "MLflow at %s refused it (HTTP %s): %s".formatted(mlflow.address(), status, message);
        return status >= SERVER_ERROR || status == TOO_MANY
                ? Fault.of(FaultKind.PLATFORM, told)
                : Fault.lasting(FaultKind.PLATFORM, told, "Compare what was sent with what this server takes.");
    }

    private static String words(Credentials credentials) {
        return credentials instanceof Credentials.None ? "requests without credentials" : credentials.toString();
    }
}
