package dev.penstock.contract;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.artifact.Report;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What flows between the steps of these tests. */
public final class Samples {

    private Samples() {}

    public record Table(URI uri, String digest) implements Dataset {}

    public record Classifier(URI uri, String digest) implements Model {}

    public record Page(URI uri, String digest) implements Report {}

    /** Data with what was found out about it. */
    public record Checked(Table clean, Page found, Optional<Page> more, int rows) {}

    public record Scored(Classifier model, double accuracy) {}

    public record Pair(Table train, Table test) {}

    public record Rich(Optional<Table> extra, List<Classifier> models, Optional<String> note) {}

    public sealed interface Shape {}

    public record Ball(double radius) implements Shape {}

    public record Bag(Table content) implements Shape {}

    public record Many(List<Scored> candidates) {}
}
