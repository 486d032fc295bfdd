package dev.penstock.process;

import dev.penstock.container.Secret;
import dev.penstock.container.Variable;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The environment of a step: what it declares, and of this process's own only what every program needs. */
final class Variables {

    private static final String SECRET = "PENSTOCK_SECRET_";

    private static final Set<String> INHERITED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "TERM",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "ALL_PROXY",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "REQUESTS_CA_BUNDLE",
            "CURL_CA_BUNDLE",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "DYLD_FALLBACK_LIBRARY_PATH");

    private static final List<String> INHERITED_BEGINNINGS =
            List.of("LC_", "XDG_", "CUDA_", "NVIDIA_", "ROCR_", "HIP_");

    private Variables() {}

    /** All that is needed by a step; a {@link FaultException} that names every secret that is not here. */
    static SortedMap<String, String> of(String step, Map<String, Variable> declared, Map<String, String> own) {
        SortedMap<String, String> variables = new TreeMap<>();
        own.forEach((name, value) -> {
            if (isInherited(name)) {
                variables.put(name, value);
            }
        });
        List<String> missing = new ArrayList<>();
        declared.forEach((name, variable) -> {
            switch (variable) {
                case Variable.Literal literal -> variables.put(name, literal.value());
                case Variable.FromSecret from -> {
                    String value = own.get(name(from.secret()));
                    if (value == null) {
                        missing.add(name(from.secret()));
                    } else {
                        variables.put(name, value);
                    }
                }
            }
        });
        if (!missing.isEmpty()) {
            throw new FaultException(Fault.lasting(
                    FaultKind.PLATFORM,
                    "%s needs %s that %s not here: %s."
                            .formatted(
                                    step,
                                    missing.size() == 1 ? "a secret" : "secrets",
                                    missing.size() == 1 ? "is" : "are",
                                    String.join(", ", missing)),
                    "Set the environment variable of this name for the process that runs steps."));
        }
        return variables;
    }

    /** The variable that holds a secret here: secret("hugging-face", "token") is PENSTOCK_SECRET_HUGGING_FACE_TOKEN. */
    static String name(Secret secret) {
        return SECRET
                + "%s_%s"
                        .formatted(secret.name(), secret.key())
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]", "_");
    }

    private static boolean isInherited(String name) {
        return INHERITED.contains(name.toUpperCase(Locale.ROOT))
                || INHERITED_BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
