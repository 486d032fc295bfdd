package dev.penstock.cli.profile;

import dev.penstock.cli.document.Document;
import dev.penstock.cli.profile.Configuration.Temporal;
import dev.penstock.cli.profile.Configuration.Tls;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What can be said about the Temporal server: in the configuration, by a variable, some of it by a flag. */
enum TemporalKey {
    TARGET("target"),
    NAMESPACE("namespace"),
    TASK_QUEUE("taskQueue"),
    UI("ui"),
    TLS("tls.enabled"),
    TLS_AUTHORITIES("tls.authorities"),
    TLS_CERTIFICATE("tls.certificate"),
    TLS_KEY("tls.key"),
    TLS_SERVER_NAME("tls.serverName"),
    API_KEY("apiKey");

    static final String PREFIX = "PENSTOCK_TEMPORAL_";

    private final String key;

    TemporalKey(String key) {
        this.key = key;
    }

    /** A text and where it stands. */
    record Said(String text, String where) {}

    /** What the file says; paths in it are relative to its folder. */
    static Map<TemporalKey, Said> inFile(Temporal temporal, String path, Document document, Path folder) {
        Map<TemporalKey, Said> said = new EnumMap<>(TemporalKey.class);
        for (TemporalKey key : values()) {
            key.in(temporal)
                    .map(text -> key.isFile() ? folder.resolve(text).toString() : text)
                    .ifPresent(text -> said.put(key, new Said(text, document.whereValue(path + "." + key.key))));
        }
        return said;
    }

    static Map<TemporalKey, Said> inVariables(Map<String, String> environment, Path directory) {
        Map<TemporalKey, Said> said = new EnumMap<>(TemporalKey.class);
        for (TemporalKey key : values()) {
            String name = PREFIX + key.name();
            String text = environment.getOrDefault(name, "").strip();
            if (!text.isEmpty()) {
                // Of a key, only the name of its variable goes any further.
                String shown = key == API_KEY ? name : text;
                said.put(key, new Said(key.isFile() ? directory.resolve(text).toString() : shown, "variable " + name));
            }
        }
        return said;
    }

    static Map<TemporalKey, Said> inFlags(Optional<String> target, Optional<String> namespace) {
        Map<TemporalKey, Said> said = new EnumMap<>(TemporalKey.class);
        target.ifPresent(text -> said.put(TARGET, new Said(text, "--target")));
        namespace.ifPresent(text -> said.put(NAMESPACE, new Said(text, "--namespace")));
        return said;
    }

    private boolean isFile() {
        return this == TLS_AUTHORITIES || this == TLS_CERTIFICATE || this == TLS_KEY;
    }

    private Optional<String> in(Temporal temporal) {
        return switch (this) {
            case TARGET -> temporal.target();
            case NAMESPACE -> temporal.namespace();
            case TASK_QUEUE -> temporal.taskQueue();
            case UI -> temporal.ui();
            case TLS -> temporal.tls().map(tls -> tls.enabled().orElse(true)).map(String::valueOf);
            case TLS_AUTHORITIES -> temporal.tls().flatMap(Tls::authorities);
            case TLS_CERTIFICATE -> temporal.tls().flatMap(Tls::certificate);
            case TLS_KEY -> temporal.tls().flatMap(Tls::key);
            case TLS_SERVER_NAME -> temporal.tls().flatMap(Tls::serverName);
            case API_KEY -> temporal.apiKey();
        };
    }
}
