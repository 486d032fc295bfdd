package dev.penstock.cli.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.cli.document.Document;
import dev.penstock.cli.document.DocumentFile;
import dev.penstock.cli.profile.Configuration.Profile;
import dev.penstock.cli.profile.Configuration.Temporal;
import dev.penstock.cli.profile.TemporalKey.Said;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.type.Conformance;
import dev.penstock.type.DataType;
import dev.penstock.type.JsonDecoder;
import dev.penstock.type.TypeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the configuration file and reads it as typed values. */
record ConfigurationFile(Path path, String shown) {

    static final String NAME = "penstock.yaml";

    /** The file of this name, else the one in the directory or the nearest above it. */
    static Optional<ConfigurationFile> find(Optional<String> named, Path directory) {
        if (named.isPresent()) {
            return Optional.of(new ConfigurationFile(directory.resolve(named.get()), named.get()));
        }
        Path start = directory.toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(NAME);
            if (Files.exists(file)) {
                return Optional.of(
                        new ConfigurationFile(file, start.relativize(file).toString()));
            }
        }
        return Optional.empty();
    }

    /** What a file holds, and where in it. */
    record Content(Configuration configuration, Document document, Path folder) {

        Map<String, Optional<Profile>> profiles() {
            return configuration.profiles().orElse(Map.of());
        }

        Map<TemporalKey, Said> said(Temporal temporal, String at) {
            return TemporalKey.inFile(temporal, at, document, folder);
        }
    }

    /** What it holds, unless something is wrong with it. */
    Optional<Content> read(Problems problems) {
        Problems found = new Problems();
        Optional<Document> document = DocumentFile.read(path, shown, found);
        Path folder = path.toAbsolutePath().resolveSibling("");
        Optional<Content> content = document.flatMap(
                text -> typed(text, found).map(configuration -> new Content(configuration, text, folder)));
        problems.addAll(found.list());
        return content.filter(sound -> found.none());
    }

    private static Optional<Configuration> typed(Document document, Problems problems) {
        TypeReader reader = new TypeReader();
        DataType type = reader.read(Configuration.class);
        Problems found = new Problems();
        JsonNode checked =
                new Conformance(reader.types(), UnaryOperator.identity(), found).check(document.json(), type);
        found.list().forEach(problem -> problems.add(located(problem, document)));
        if (!found.none()) {
            return Optional.empty();
        }
        Configuration configuration = (Configuration) new JsonDecoder().decode(checked, Configuration.class);
        ProfileCheck check = new ProfileCheck(document, problems);
        configuration
                .profiles()
                .ifPresent(profiles ->
                        profiles.forEach((name, profile) -> profile.ifPresent(present -> check.check(name, present))));
        return Optional.of(configuration);
    }

    private static Problem located(Problem problem, Document document) {
        String where = problem.code() == Code.UNKNOWN_NAME
                ? document.whereKey(problem.where())
                : document.whereValue(problem.where());
        return new Problem(problem.code(), where, problem.message(), problem.remedy());
    }
}
