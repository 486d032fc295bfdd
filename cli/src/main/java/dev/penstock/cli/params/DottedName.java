package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of an input that a name such as {@code optimizer.rate} means. */
record DottedName(List<String> names, DataType type) {

    DottedName {
        names = List.copyOf(names);
    }

    String path() {
        return "$." + String.join(".", names);
    }

    /** Follows the name into the type; what is there already tells the cases of sealed families. */
    static DottedName find(String name, DataType root, Shapes shapes, JsonNode current) {
        List<String> rest = List.of(name.split("\\.", -1));
        List<String> names = new ArrayList<>();
        DataType type = root;
        JsonNode value = current;
        while (!rest.isEmpty()) {
            boolean openKey = Shapes.present(type) instanceof MapOf map && !shapes.hasParts(map.value());
            String part = openKey ? String.join(".", rest) : rest.getFirst();
            rest = openKey ? List.of() : rest.subList(1, rest.size());
            type = new Step(name, names, shapes).into(type, part, value);
            value = value.path(part);
            names.add(part);
        }
        return new DottedName(names, type);
    }

    /** One step into a type, with all that is needed to say why it leads nowhere. */
    private record Step(String name, List<String> before, Shapes shapes) {

        DataType into(DataType type, String part, JsonNode value) {
            if (Shapes.present(type) instanceof MapOf map) {
                return map.value();
            }
            if (!shapes.hasParts(type)) {
                throw problem(
                        Code.UNKNOWN_NAME,
                        "%s is of type %s, which has no parts.".formatted(subject(), type.shortText()),
                        "Give it whole.");
            }
            Optional<FamilyType> family = shapes.family(type);
            if (family.isPresent() && part.equals(Types.TAG)) {
                return Scalar.STRING;
            }
            List<Component> components = shapes.components(type, value);
            if (family.isPresent() && components.isEmpty()) {
                throw caseUnknown(family.get(), type);
            }
            return components.stream()
                    .filter(component -> component.name().equals(part))
                    .map(Component::type)
                    .findFirst()
                    .orElseThrow(() -> unknown(type, part, components));
        }

        private InvalidInputException caseUnknown(FamilyType family, DataType type) {
            List<String> tags = family.cases().stream().map(Types::tag).toList();
            return problem(
                    Code.MISSING_VALUE,
                    "%s is of type %s, which has several forms: %s."
                            .formatted(subject(), type.shortText(), String.join(", ", tags)),
                    "Say which: --param %s=%s.".formatted(String.join(".", join(before, Types.TAG)), tags.getFirst()));
        }

        private InvalidInputException unknown(DataType type, String part, List<Component> components) {
            List<String> known = components.stream().map(Component::name).toList();
            return problem(
                    Code.UNKNOWN_NAME,
                    "%s has no component \"%s\".".formatted(type.shortText(), part),
                    Nearest.suggest(part, known));
        }

        private String subject() {
            return before.isEmpty() ? "The input" : "\"%s\"".formatted(String.join(".", before));
        }

        private InvalidInputException problem(Code code, String message, String remedy) {
            return new InvalidInputException(code, "--param " + name, message, remedy);
        }

        private static List<String> join(List<String> first, String last) {
            List<String> all = new ArrayList<>(first);
            all.add(last);
            return all;
        }
    }
}
