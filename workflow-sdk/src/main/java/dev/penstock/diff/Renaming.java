package dev.penstock.diff;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.HandlerInput;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Expression.Text;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.And;
import dev.penstock.spec.Predicate.Compare;
import dev.penstock.spec.Predicate.Is;
import dev.penstock.spec.Predicate.Not;
import dev.penstock.spec.Predicate.OneOf;
import dev.penstock.spec.Predicate.Or;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Old names as the new graph has them, so that a new name counts as one change and not once per reader. */
record Renaming(Map<String, String> steps, Map<String, String> types) {

    private static final Pattern PART_OF_NAME = Pattern.compile("[^<>,]+");

    static Renaming none() {
        return new Renaming(Map.of(), Map.of());
    }

    Renaming withStep(String before, String after) {
        return new Renaming(with(steps, before, after), types);
    }

    Renaming withType(String before, String after) {
        return new Renaming(steps, with(types, before, after));
    }

    /** For a graph with names of its own. */
    Renaming typesOnly() {
        return new Renaming(Map.of(), types);
    }

    String step(String name) {
        return steps.getOrDefault(name, name);
    }

    String typeName(String name) {
        String whole = types.get(name);
        return whole != null
                ? whole
                : PART_OF_NAME
                        .matcher(name)
                        .replaceAll(part -> Matcher.quoteReplacement(types.getOrDefault(part.group(), part.group())));
    }

    DataType of(DataType type) {
        return switch (type) {
            case Scalar scalar -> scalar;
            case ArtifactKind kind -> kind;
            case ListOf list -> new ListOf(of(list.element()));
            case MapOf map -> new MapOf(of(map.value()));
            case OptionalOf optional -> new OptionalOf(of(optional.value()));
            case Named named -> new Named(typeName(named.name()));
        };
    }

    Expression of(Expression expression) {
        return switch (expression) {
            case PipelineInput input -> input;
            case HandlerInput input -> input;
            case Output output -> new Output(step(output.step()));
            case Item item -> new Item(step(item.step()));
            case State state -> new State(step(state.step()));
            case Get get -> new Get(of(get.of()), get.component());
            case Constant constant -> new Constant(constant.value(), of(constant.type()));
            case Items items -> new Items(all(items.items()), of(items.element()));
            case Construct construct -> new Construct(of(construct.type()), components(construct));
            case Text text -> new Text(text.template(), all(text.values()));
        };
    }

    Predicate of(Predicate predicate) {
        return switch (predicate) {
            case Compare compare -> new Compare(of(compare.value()), compare.comparison(), of(compare.bound()));
            case OneOf oneOf -> new OneOf(of(oneOf.value()), all(oneOf.choices()));
            case Is is -> new Is(of(is.value()), is.property());
            case And and -> new And(and.tests().stream().map(this::of).toList());
            case Or or -> new Or(or.tests().stream().map(this::of).toList());
            case Not not -> new Not(of(not.test()));
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    private SortedMap<String, Expression> components(Construct construct) {
        SortedMap<String, Expression> renamed = new TreeMap<>();
        construct.components().forEach((name, value) -> renamed.put(name, of(value)));
        return renamed;
    }

    private static Map<String, String> with(Map<String, String> names, String before, String after) {
        Map<String, String> more = new HashMap<>(names);
        more.put(before, after);
        return more;
    }
}
