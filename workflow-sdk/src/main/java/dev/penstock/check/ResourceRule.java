package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Optional;

/** A custom resource can be created, its end recognised, and everything the step yields read from it. */
final class ResourceRule {

    /** The name of the only output of a step that yields no record. */
    private static final String WHOLE = "result";

    private final Node.RunResource node;
    private final Types types;
    private final Problems problems;

    ResourceRule(Node.RunResource node, Types types, Problems problems) {
        this.node = node;
        this.types = types;
        this.problems = problems;
    }

    void check() {
        ResourceTemplate resource = node.resource();
        need(
                !resource.apiVersion().isBlank() && !resource.kind().isBlank(),
                "The resource has no apiVersion or kind.",
                "Name both.");
        need(resource.success().isPresent(), "Nothing tells when the resource is done.", "Add succeedsWhen(…).");
        need(resource.failure().isPresent(), "Nothing tells when the resource has failed.", "Add failsWhen(…).");
        need(resource.manifest().isObject(), "The manifest is no object.", "Set its fields by their paths.");
        need(
                !resource.manifest().has("apiVersion") && !resource.manifest().has("kind"),
                "apiVersion and kind are set as fields.",
                "Give them to Resource.of(apiVersion, kind).");
        outputs(resource);
    }

    private void outputs(ResourceTemplate resource) {
        List<String> yielded = components().orElse(List.of(WHOLE));
        for (String given : resource.outputs().keySet()) {
            need(
                    yielded.contains(given),
                    "yields(\"%s\", …) is no component of %s."
                            .formatted(given, node.output().shortText()),
                    Nearest.suggest(given, yielded));
        }
        for (String needed : required().orElse(List.of(WHOLE))) {
            need(
                    resource.outputs().containsKey(needed),
                    "Nothing tells where \"%s\" of %s is read."
                            .formatted(needed, node.output().shortText()),
                    "Add yields(\"%s\", \"status.…\").".formatted(needed));
        }
    }

    private Optional<List<String>> components() {
        return record().map(record ->
                record.components().stream().map(Component::name).toList());
    }

    private Optional<List<String>> required() {
        return record().map(record -> record.components().stream()
                .filter(component -> !(component.type() instanceof OptionalOf))
                .map(Component::name)
                .toList());
    }

    private Optional<RecordType> record() {
        return node.output() instanceof Named named
                        && types.definition(named.name()).orElse(null) instanceof RecordType record
                ? Optional.of(record)
                : Optional.empty();
    }

    private void need(boolean holds, String message, String remedy) {
        if (!holds) {
            problems.add(
                    Code.INVALID_RESOURCE,
                    node.at().toString(),
                    "In \"%s\": %s".formatted(node.name(), message),
                    remedy);
        }
    }
}
