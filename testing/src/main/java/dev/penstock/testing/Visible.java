package dev.penstock.testing;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Get;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.ArrayList;
import java.util.List;

/** A value that a step can read at some place of a graph. */
record Visible(Expression expression, DataType type) {

    private static final int DEEPEST = 2;

    /** The value and its components. */
    static List<Visible> of(Expression expression, DataType type, Types types) {
        List<Visible> found = new ArrayList<>();
        new Visible(expression, type).collect(types, 0, found);
        return found;
    }

    private void collect(Types types, int depth, List<Visible> into) {
        into.add(this);
        if (depth == DEEPEST) {
            return;
        }
        for (Component component : components(types)) {
            new Visible(new Get(expression, component.name()), component.type()).collect(types, depth + 1, into);
        }
    }

    private List<Component> components(Types types) {
        if (type instanceof ArtifactKind) {
            return artifact();
        }
        TypeDefinition definition =
                type instanceof Named named ? types.definition(named.name()).orElse(null) : null;
        if (definition instanceof ArtifactType) {
            return artifact();
        }
        return definition instanceof RecordType record ? record.components() : List.of();
    }

    private static List<Component> artifact() {
        return List.of(new Component("uri", Scalar.URI), new Component("digest", Scalar.STRING));
    }
}
