package dev.penstock.type;

import java.util.List;
import java.util.Optional;

/** What stands behind a named type. */
public sealed interface TypeDefinition {

    /** A record; a tagged one is a case of a sealed family, so its values carry their name. */
    record RecordType(List<Component> components, boolean tagged) implements TypeDefinition {
        public RecordType {
            components = List.copyOf(components);
        }

        public Optional<Component> component(String name) {
            return components.stream()
                    .filter(component -> component.name().equals(name))
                    .findFirst();
        }
    }

    /** A component of a record. */
    record Component(String name, DataType type) {}

    /** An enum and the names of its constants. */
    record EnumType(List<String> constants) implements TypeDefinition {
        public EnumType {
            constants = List.copyOf(constants);
        }
    }

    /** A sealed family and the names of the records in it. */
    record FamilyType(List<String> cases) implements TypeDefinition {
        public FamilyType {
            cases = List.copyOf(cases);
        }
    }

    /** A record that refers to bytes in the artifact store. */
    record ArtifactType(ArtifactKind kind) implements TypeDefinition {}
}
