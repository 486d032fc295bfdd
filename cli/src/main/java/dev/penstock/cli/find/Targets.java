package dev.penstock.cli.find;

import dev.penstock.check.Validation;
import dev.penstock.cli.document.TextFile;
import dev.penstock.flow.Pipeline;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Spec;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the pipelines that users mean; what it found stays usable until it is closed. */
public final class Targets implements AutoCloseable {

    /** The variable that lists jars and folders of pipelines. */
    public static final String VARIABLE = "PENSTOCK_PIPELINES";

    private static final String WAYS =
            "Give a jar (app.jar, app.jar#name), a spec (name.json), or a name of a pipeline.";

    private final List<Pipeline<?, ?>> given;
    private final Path directory;
    private final List<String> variable;
    private final Places places;

    public Targets(List<Pipeline<?, ?>> given, Map<String, String> environment, Path directory) {
        this.given = List.copyOf(given);
        this.directory = directory;
        this.variable = Arrays.stream(environment.getOrDefault(VARIABLE, "").split(File.pathSeparator, -1))
                .filter(place -> !place.isBlank())
                .toList();
        this.places = new Places(directory);
    }

    /** The target that this text means; without a text the only pipeline built in. */
    public Target resolve(Optional<String> text) {
        if (text.isEmpty()) {
            return resolveNothing();
        }
        return switch (Reference.parse(text.get())) {
            case Reference.SpecFile spec -> spec(spec.file());
            case Reference.InJar jar -> inJar(jar);
            case Reference.Name name -> named(name.name());
        };
    }

    /** Everything in these places; without any, everything built in or found by the variable. */
    public Listing list(List<String> where, Problems problems) {
        if (where.isEmpty() && given.isEmpty() && variable.isEmpty()) {
            problems.add(nothingKnown());
        }
        Listing listing = where.isEmpty() ? builtIn().and(search(variable, problems)) : search(where, problems);
        if (listing.isEmpty() && problems.none()) {
            String places = String.join(", ", where.isEmpty() ? variable : where);
            problems.addAll(new Choice(places, listing).none().problems());
        }
        return listing;
    }

    /** Names that more than one of the pipelines has. */
    public static List<Problem> duplicates(Listing listing) {
        return new Choice("pipelines", listing).duplicates();
    }

    private Target resolveNothing() {
        Listing builtIn = builtIn();
        if (builtIn.isEmpty()) {
            throw new InvalidInputException(Code.MISSING_VALUE, "TARGET", "No pipeline is named.", WAYS);
        }
        return target(new Choice("TARGET", builtIn).only(""));
    }

    private Target spec(String file) {
        Spec spec = Spec.parse(TextFile.read(directory.resolve(file), file), file);
        Problems problems = new Problems();
        problems.addAll(Validation.of(spec));
        problems.throwIfAny();
        return new Target(spec, Optional.empty(), file);
    }

    private Target inJar(Reference.InJar jar) {
        Choice choice = new Choice(jar.file(), places.jar(directory.resolve(jar.file()), jar.file()));
        if (jar.name().isEmpty()) {
            return target(choice.only(jar.file() + "#"));
        }
        String name = jar.name().get();
        return target(choice.named(name).orElseThrow(() -> choice.unknown(name)));
    }

    private Target named(String name) {
        Listing builtIn = builtIn();
        Optional<Found> found = new Choice("built in", builtIn).named(name);
        if (found.isPresent()) {
            return target(found.get());
        }
        refusePath(name);
        if (given.isEmpty() && variable.isEmpty()) {
            throw new InvalidInputException(List.of(nothingKnown()));
        }
        Problems problems = new Problems();
        Listing elsewhere = search(variable, problems);
        problems.throwIfAny();
        Choice choice = new Choice(variable.isEmpty() ? "built in" : VARIABLE, elsewhere);
        return target(
                choice.named(name).orElseThrow(() -> new Choice(choice.where(), builtIn.and(elsewhere)).unknown(name)));
    }

    /** A path that is neither a jar nor a spec is no name either. */
    private void refusePath(String name) {
        Path path = directory.resolve(name);
        boolean looksLikePath = name.contains("/") || name.contains(File.separator);
        if (looksLikePath || Files.isRegularFile(path)) {
            TextFile.requireFile(path, name);
            throw new InvalidInputException(
                    Code.NO_PIPELINE, name, "The file is neither a jar nor a spec in JSON.", WAYS);
        }
    }

    private Listing builtIn() {
        return Instances.of(given, "built in");
    }

    private Listing search(List<String> where, Problems problems) {
        Listing listing = Listing.nothing();
        for (String place : where) {
            try {
                listing = listing.and(places.search(place));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        return listing;
    }

    /** Whether a text names a jar or folder rather than one pipeline. */
    public static boolean isPlace(String text) {
        return switch (Reference.parse(text)) {
            case Reference.InJar jar -> jar.name().isEmpty();
            case Reference.SpecFile spec -> false;
            case Reference.Name name -> name.name().contains("/") || name.name().equals(".");
        };
    }

    /** A pipeline that was listed, with its spec. */
    public static Target target(Found found) {
        Spec spec = UserCode.of(found.pipeline(), found.origin())
                .call(Code.DEFINITION_FAILED, "define()", () -> Spec.of(found.pipeline()));
        return new Target(spec, Optional.of(found.pipeline()), found.origin());
    }

    private static Problem nothingKnown() {
        return new Problem(
                Code.NO_PIPELINE,
                "pipelines",
                "No pipeline is built in, and the variable %s is not set.".formatted(VARIABLE),
                "Give a jar (app.jar, app.jar#name) or a spec (name.json), or set the variable to jars and folders.");
    }

    @Override
    public void close() {
        places.close();
    }
}
