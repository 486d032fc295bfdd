package dev.penstock.process;

import java.util.Map;
import java.util.TreeMap;

/** What is set for pip is meant for uv too, which has other names for it. */
final class UvVariables {

    private static final Map<String, String> NAMES = Map.of(
            "PIP_INDEX_URL", "UV_DEFAULT_INDEX",
            "PIP_EXTRA_INDEX_URL", "UV_INDEX",
            "PIP_FIND_LINKS", "UV_FIND_LINKS",
            "PIP_NO_INDEX", "UV_NO_INDEX",
            "PIP_CERT", "SSL_CERT_FILE");

    private UvVariables() {}

    /** What is set for uv itself stays. */
    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(environment);
        environment.forEach((name, value) -> {
            String other = NAMES.getOrDefault(name, "");
            if (!other.isEmpty() && !value.isBlank()) {
                variables.putIfAbsent(other, translated(other, value.strip()));
            }
        });
        return variables;
    }

    private static String translated(String name, String value) {
        return name.equals("UV_FIND_LINKS") ? value.replaceAll("\\s+", ",") : value;
    }
}
