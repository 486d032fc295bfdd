package dev.penstock.type;

import dev.penstock.artifact.Artifact;
import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Metrics;
import dev.penstock.artifact.Model;
import dev.penstock.artifact.Report;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of an artifact; as a type it stands for every artifact of that kind. */
public enum ArtifactKind implements DataType {
    DATASET(Dataset.class),
    MODEL(Model.class),
    METRICS(Metrics.class),
    REPORT(Report.class),
    ARTIFACT(Artifact.class);

    private final Class<? extends Artifact> marker;

    ArtifactKind(Class<? extends Artifact> marker) {
        this.marker = marker;
    }

    /** The kind of this name, such as {@code model}. */
    public static ArtifactKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a kind of artifact: \"" + text + "\""));
    }

    /** The most specific kind that the class implements. */
    public static Optional<ArtifactKind> of(Class<?> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.marker.isAssignableFrom(type))
                .findFirst();
    }

    /** The kind whose marker interface this class is. */
    static Optional<ArtifactKind> marking(Class<?> type) {
        return Arrays.stream(values()).filter(kind -> kind.marker == type).findFirst();
    }

    public Class<? extends Artifact> marker() {
        return marker;
    }

    boolean includes(ArtifactKind other) {
        return this == ARTIFACT || this == other;
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
