package dev.penstock.cli.profile;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where runs are tracked. */
public sealed interface MlflowPlace {

    /** The variable that MLflow's own tools read. */
    String VARIABLE = "MLFLOW_TRACKING_URI";

    /** A server somebody runs. */
    record Server(URI address) implements MlflowPlace {}

    /** A server on this machine, which is started where none runs. */
    record ThisMachine() implements MlflowPlace {}

    record Nowhere() implements MlflowPlace {}

    /** On this machine, for pipelines whose containers run on it too; others are not tracked. */
    record Usual() implements MlflowPlace {}

    static Optional<MlflowPlace> parse(String text, String where, Problems problems) {
        Optional<MlflowPlace> place = switch (text) {
            case "local" -> Optional.of(new ThisMachine());
            case "off" -> Optional.of(new Nowhere());
            default -> server(text);
        };
        if (place.isEmpty()) {
            problems.add(
                    Code.REFUSED_VALUE,
                    where,
                    "\"%s\" is not the address of an MLflow server.".formatted(text),
                    "Write it whole, such as https://mlflow.example.com; or local, or off.");
        }
        return place;
    }

    private static Optional<MlflowPlace> server(String text) {
        return uri(text)
                .filter(uri -> uri.getHost() != null)
                .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                .map(Server::new);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
