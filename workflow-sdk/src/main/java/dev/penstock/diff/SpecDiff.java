package dev.penstock.diff;

import static java.util.Comparator.comparing;

import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two specs: the changes that a reviewer has to know, none when the digests are equal. */
public final class SpecDiff {

    private SpecDiff() {}

    /** The weightiest first, then in the order of the graph; declaration sites and the order of steps never count. */
    public static List<Change> between(Spec before, Spec after) {
        if (before.digest().equals(after.digest())) {
            return List.of();
        }
        List<Change> found = new ArrayList<>();
        Place pipeline = new Place(
                found,
                "pipeline",
                Optional.of(before.pipeline().at()),
                Optional.of(after.pipeline().at()));
        Renaming types = TypeMatching.between(before.types(), after.types());
        pipeline.compare(Kind.PIPELINE, "schema version", before.schema(), after.schema(), String::valueOf);
        new PipelineDiff(pipeline, "", types).compare(before.pipeline(), after.pipeline());
        new TypesDiff(found, types).compare(before.types(), after.types());
        if (found.isEmpty()) {
            pipeline.say(Kind.ORDER, Remainder.between(before, after));
        }
        found.sort(comparing(Change::kind));
        return List.copyOf(found);
    }
}
