package dev.penstock.spec;

import static java.util.stream.Collectors.joining;

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
import dev.penstock.spec.Predicate.And;
import dev.penstock.spec.Predicate.Compare;
import dev.penstock.spec.Predicate.Is;
import dev.penstock.spec.Predicate.Not;
import dev.penstock.spec.Predicate.OneOf;
import dev.penstock.spec.Predicate.Or;
import dev.penstock.type.CanonicalJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says expressions, conditions and durations in words, for people who review, draw or watch a graph. */
public final class Words {

    private static final int LONGEST_CONSTANT = 40;
    private static final String HOLE = "{}";

    private Words() {}

    /** Such as {@code best.accuracy}, {@code in.minAccuracy} or {@code 0.95}. */
    public static String of(Expression expression) {
        return switch (expression) {
            case PipelineInput input -> "in";
            case HandlerInput input -> "ending";
            case Output output -> output.step();
            case Item item -> item.step() + ".item";
            case State state -> state.step() + ".state";
            case Get get -> of(get.of()) + "." + get.component();
            case Constant constant -> shortened(CanonicalJson.compact(constant.value()), LONGEST_CONSTANT);
            case Items items -> "[" + list(items.items()) + "]";
            case Construct construct -> construct(construct);
            case Text text -> text(text);
        };
    }

    /** Such as {@code best.accuracy ≥ in.minAccuracy}. */
    public static String of(Predicate predicate) {
        return switch (predicate) {
            case Compare compare ->
                "%s %s %s".formatted(of(compare.value()), compare.comparison().sign(), of(compare.bound()));
            case OneOf oneOf -> "%s is one of %s".formatted(of(oneOf.value()), list(oneOf.choices()));
            case Is is -> of(is.value()) + property(is.property());
            case And and -> tests(and.tests(), " and ", "always");
            case Or or -> tests(or.tests(), " or ", "never");
            case Not not -> "not (" + of(not.test()) + ")";
        };
    }

    /** Such as {@code 2h 30m}. */
    public static String of(Duration duration) {
        if (duration.isNegative()) {
            return duration.toString();
        }
        String days = part(duration.toDaysPart(), "d");
        String hours = part(duration.toHoursPart(), "h");
        String minutes = part(duration.toMinutesPart(), "m");
        String words = (days + hours + minutes + seconds(duration)).stripTrailing();
        return words.isEmpty() ? "0s" : words;
    }

    /** The text itself, or its beginning and an ellipsis. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private static String construct(Construct construct) {
        return construct.components().entrySet().stream()
                .map(component -> component.getKey() + ": " + of(component.getValue()))
                .collect(joining(", ", construct.type().shortText() + "(", ")"));
    }

    private static String text(Text text) {
        StringBuilder words = new StringBuilder("\"");
        int from = 0;
        for (Expression value : text.values()) {
            int hole = text.template().indexOf(HOLE, from);
            if (hole < 0) {
                break;
            }
            words.append(text.template(), from, hole)
                    .append('{')
                    .append(of(value))
                    .append('}');
            from = hole + HOLE.length();
        }
        return words.append(text.template(), from, text.template().length())
                .append('"')
                .toString();
    }

    private static String list(List<Expression> expressions) {
        return expressions.stream().map(Words::of).collect(joining(", "));
    }

    private static String property(Predicate.Property property) {
        return switch (property) {
            case TRUE -> " is true";
            case FALSE -> " is false";
            case PRESENT -> " is present";
            case ABSENT -> " is absent";
            case EMPTY -> " is empty";
            case NOT_EMPTY -> " is not empty";
        };
    }

    private static String tests(List<Predicate> tests, String between, String none) {
        if (tests.size() == 1) {
            return of(tests.getFirst());
        }
        return tests.isEmpty() ? none : tests.stream().map(Words::part).collect(joining(between));
    }

    private static String part(Predicate test) {
        return switch (test) {
            case And and -> "(" + of(and) + ")";
            case Or or -> "(" + of(or) + ")";
            case Compare compare -> of(compare);
            case OneOf oneOf -> of(oneOf);
            case Is is -> of(is);
            case Not not -> of(not);
        };
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit + " ";
    }

    private static String seconds(Duration duration) {
        int seconds = duration.toSecondsPart();
        int nanos = duration.toNanosPart();
        if (nanos == 0) {
            return part(seconds, "s");
        }
        if (seconds == 0 && nanos % 1_000_000 == 0) {
            return part(nanos / 1_000_000, "ms");
        }
        return seconds + "." + String.format(Locale.ROOT, "%09d", nanos).replaceAll("0+$", "") + "s";
    }
}
