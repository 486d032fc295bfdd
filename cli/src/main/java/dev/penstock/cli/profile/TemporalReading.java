package dev.penstock.cli.profile;

import dev.penstock.cli.profile.TemporalKey.Said;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.server.ApiKey;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.server.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is said about the Temporal server, and keeps what is wrong with it. */
final class TemporalReading {

    private final Map<TemporalKey, Said> all;
    private final Problems problems = new Problems();
    private final Tls tls;

    TemporalReading(Map<TemporalKey, Said> all) {
        this.all = all;
        this.tls = readTls();
    }

    List<Problem> problems() {
        return problems.list();
    }

    Optional<String> text(TemporalKey key) {
        return Optional.ofNullable(all.get(key)).map(Said::text);
    }

    Optional<Target> target(Said said) {
        try {
            Target target = Target.parse(said.text());
            return Optional.of(target instanceof Target.Remote bare ? full(bare) : target);
        } catch (InvalidInputException e) {
            e.problems()
                    .forEach(
                            problem -> problems.add(problem.code(), said.where(), problem.message(), problem.remedy()));
            return Optional.empty();
        }
    }

    private Target.Remote full(Target.Remote bare) {
        Target.Remote remote = bare.with(tls).in(text(TemporalKey.NAMESPACE).orElse(ServerSettings.NAMESPACE));
        return apiKey().map(remote::with).orElse(remote);
    }

    private Optional<ApiKey> apiKey() {
        Said said = all.get(TemporalKey.API_KEY);
        if (said == null) {
            return Optional.empty();
        }
        if (said.text().matches("[A-Za-z_]\\w*")) {
            return Optional.of(new ApiKey(said.text()));
        }
        problems.add(
                Code.REFUSED_VALUE,
                said.where(),
                "This is not the name of an environment variable; a key itself must not stand in a file.",
                "Put the key into a variable, and write the variable's name here.");
        return Optional.empty();
    }

    Optional<URI> ui() {
        Said said = all.get(TemporalKey.UI);
        if (said == null) {
            return Optional.empty();
        }
        Optional<URI> uri = uri(said.text()).filter(address -> address.getHost() != null);
        if (uri.isEmpty()) {
            problems.add(
                    Code.REFUSED_VALUE,
                    said.where(),
                    "\"%s\" is not the address of a UI.".formatted(said.text()),
                    "Write it whole, such as https://temporal.example.com.");
        }
        return uri;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** On where it is switched on, or where something is given that only makes sense with it. */
    private Tls readTls() {
        Said enabled = all.get(TemporalKey.TLS);
        boolean implied = all.containsKey(TemporalKey.TLS_AUTHORITIES)
                || all.containsKey(TemporalKey.TLS_CERTIFICATE)
                || all.containsKey(TemporalKey.TLS_KEY)
                || all.containsKey(TemporalKey.TLS_SERVER_NAME)
                || all.containsKey(TemporalKey.API_KEY);
        if (enabled != null && !List.of("true", "false").contains(enabled.text())) {
            problems.add(
                    Code.WRONG_TYPE,
                    enabled.where(),
                    "Expected boolean, got the text \"%s\".".formatted(enabled.text()),
                    "Write true or false.");
        }
        if (enabled == null ? !implied : !enabled.text().equals("true")) {
            return new Tls.Off();
        }
        return new Tls.On(
                text(TemporalKey.TLS_AUTHORITIES).map(Path::of), identity(), text(TemporalKey.TLS_SERVER_NAME));
    }

    private Optional<Tls.Identity> identity() {
        Said certificate = all.get(TemporalKey.TLS_CERTIFICATE);
        Said key = all.get(TemporalKey.TLS_KEY);
        if (certificate != null && key != null) {
            return Optional.of(new Tls.Identity(Path.of(certificate.text()), Path.of(key.text())));
        }
        Said lonely = certificate == null ? key : certificate;
        if (lonely != null) {
            problems.add(
                    Code.MISSING_VALUE,
                    lonely.where(),
                    "A client certificate needs its key, and a key its certificate.",
                    "Give both, certificate and key, or none of them.");
        }
        return Optional.empty();
    }
}
