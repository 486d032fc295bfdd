package dev.penstock.testing;

import dev.penstock.spec.Spec;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/** Asserts on the graph of a pipeline: its steps, its edges, and whether it is still the one that was reviewed. */
public final class SpecAssert extends AbstractAssert<SpecAssert, Spec> {

    private final List<Located> steps;

    SpecAssert(Spec actual) {
        super(actual, SpecAssert.class);
        this.steps = Located.all(actual.pipeline());
    }

    /** Is the spec in this file; {@code -Dpenstock.golden=rewrite} writes the file instead. */
    public SpecAssert matchesGolden(Path file) {
        new GoldenFile(file).mismatch(actual).ifPresent(message -> failWithMessage("%s", message));
        return this;
    }

    /** Is the spec in this file below {@code src/test/resources}, or at this path. */
    public SpecAssert matchesGolden(String resourceOrPath) {
        return matchesGolden(GoldenFile.locate(resourceOrPath));
    }

    /** Has exactly these steps, those in bodies and handlers included, in any order. */
    public SpecAssert hasSteps(String... names) {
        SortedSet<String> missing = new TreeSet<>(List.of(names));
        missing.removeAll(names());
        SortedSet<String> unexpected = names();
        unexpected.removeAll(List.of(names));
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            failWithMessage(
                    "Expected \"%s\" to have other steps.%s%s%nIts steps:%n%s",
                    actual.name(), listed("missing", missing), listed("not expected", unexpected), described());
        }
        return this;
    }

    /** Has these steps among others. */
    public SpecAssert containsSteps(String... names) {
        SortedSet<String> missing = new TreeSet<>(List.of(names));
        missing.removeAll(names());
        if (!missing.isEmpty()) {
            failWithMessage(
                    "Expected \"%s\" to have more steps.%s%nIts steps:%n%s",
                    actual.name(), listed("missing", missing), described());
        }
        return this;
    }

    /** Goes on with one step. */
    public StepAssert hasStep(String name) {
        containsSteps(name);
        return new StepAssert(step(name), new Edges(steps));
    }

    /** Is this very graph, wherever its code is written. */
    public SpecAssert hasDigest(String digest) {
        if (!actual.digest().equals(digest)) {
            failWithMessage(
                    "Expected \"%s\" to have the digest%n  %s%nbut it has%n  %s",
                    actual.name(), digest, actual.digest());
        }
        return this;
    }

    /** The second step reads or awaits the first directly. */
    public SpecAssert hasEdge(String from, String to) {
        if (!isEdge(from, to)) {
            failWithMessage("Expected %s to read or await \"%s\".%s", step(to).described(), from, awaited(to));
        }
        return this;
    }

    /** The second step neither reads nor awaits the first directly. */
    public SpecAssert hasNoEdge(String from, String to) {
        if (isEdge(from, to)) {
            failWithMessage("Expected %s not to read or await \"%s\".%s", step(to).described(), from, awaited(to));
        }
        return this;
    }

    private boolean isEdge(String from, String to) {
        containsSteps(from, to);
        return Edges.direct(step(to).node()).contains(from);
    }

    private String awaited(String name) {
        return listed("It awaits", Edges.direct(step(name).node()));
    }

    private Located step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        steps.forEach(step -> names.add(step.name()));
        return names;
    }

    private String described() {
        return String.join(
                "\n",
                steps.stream()
                        .map(step -> "  ".repeat(1 + step.around().size()) + step.described())
                        .toList());
    }

    private static String listed(String title, SortedSet<String> names) {
        return names.isEmpty() ? "" : "%n%s: %s".formatted(title, String.join(", ", names));
    }
}
