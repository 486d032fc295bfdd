package dev.penstock.draw;

import dev.penstock.spec.Expression;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the names in a graph stand for; a body sees its surroundings, a sub-pipeline does not. */
final class Scope {

    private final @Nullable Scope around;
    private final Map<Expression, Source> sources = new HashMap<>();

    private Scope(@Nullable Scope around) {
        this.around = around;
    }

    static Scope ofPipeline() {
        return new Scope(null);
    }

    Scope inner() {
        return new Scope(this);
    }

    void define(Expression name, Source source) {
        sources.put(name, source);
    }

    Optional<Source> find(Expression name) {
        Source own = sources.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        return around == null ? Optional.empty() : around.find(name);
    }

    /** The shapes that yield a value, the shape of the step as a whole, and the label of arrows for all of the value. */
    record Source(List<String> yielding, String whole, String label) {

        Source {
            yielding = List.copyOf(yielding);
        }

        static Source of(String id, DataType type) {
            return new Source(List.of(id), id, typeLabel(type));
        }

        static Source unlabelled(String id) {
            return new Source(List.of(id), id, "");
        }

        /** A name that people gave says something; that a number flows does not. */
        static String typeLabel(DataType type) {
            return switch (type) {
                case DataType.Named named -> named.shortText();
                case ArtifactKind kind -> kind.text();
                case DataType.ListOf list -> typeLabel(list.element()).isEmpty() ? "" : list.shortText();
                case DataType.MapOf map -> typeLabel(map.value()).isEmpty() ? "" : map.shortText();
                case DataType.OptionalOf optional -> typeLabel(optional.value()).isEmpty() ? "" : optional.shortText();
                case Scalar scalar -> "";
            };
        }
    }
}
