package dev.penstock.flow.user;

import static dev.penstock.flow.user.Sketch.keep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Fn;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Outcome;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.problem.Problem;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MethodReferencesTest {

    private static int twice(int number) {
        return 2 * number;
    }

    public static int sum(int... numbers) {
        return numbers.length;
    }

    public int ofAnObject(int number) {
        return number;
    }

    /** An open interface with an accessor. */
    public interface HasName {
        String name();
    }

    public record Person(String name) implements HasName {
        public String initial() {
            return name.substring(0, 1);
        }
    }

    static Stream<Arguments> uses() {
        return Stream.of(
                use(
                        (flow, n) -> flow.apply((Integer i) -> i + 1).to(n),
                        "lambda",
                        "Expected a method reference such as Split::train, got a lambda at MethodReferencesTest.java:\\d+."),
                use(
                        (flow, n) -> flow.apply((Fn.F1<Integer, Integer>) MethodReferencesTest::sum)
                                .to(n),
                        "lambda",
                        "Expected a method reference .*"),
                use(
                        (flow, n) -> flow.apply(new MethodReferencesTest()::ofAnObject)
                                .to(n),
                        "lambda",
                        "Expected a method reference such as Split::train, but ofAnObject belongs to one object."),
                use(
                        (flow, n) -> flow.apply((Fn.F1<Integer, String>) Integer::toHexString)
                                .to(n),
                        "",
                        ""),
                use(
                        (flow, n) -> flow.apply((Fn.F1<Integer, String>) String::valueOf)
                                .to(n),
                        "unresolvable-method",
                        "String::valueOf is overloaded."),
                use(
                        (flow, n) -> flow.apply(Object::hashCode).to(n),
                        "unsupported-type",
                        "Object cannot flow between steps: .*"),
                use(
                        (flow, n) -> Value.of(new Person("Ann")).get(Person::initial),
                        "unresolvable-method",
                        "Person::initial is not a component of a record."),
                use(
                        (flow, n) -> Value.of(List.of("a")).get(List::size),
                        "unresolvable-method",
                        "List::size is not a component of a record."),
                use(
                        (flow, n) -> Value.combine(Vocabulary::keep).of(Value.of(0.5)),
                        "unresolvable-method",
                        "Vocabulary::keep does not make a record."));
    }

    private static Arguments use(BiFunction<Flow, Value<Integer>, Value<?>> use, String code, String message) {
        BiConsumer<Flow, Value<Integer>> steps = (flow, n) -> keep(flow, use.apply(flow, n));
        return Arguments.of(steps, code, message);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void areReadByName(BiConsumer<Flow, Value<Integer>> steps, String code, String message) {
        List<Problem> problems = Sketch.problems((flow, in) -> steps.accept(flow, in.get(Params::depth)));

        assertThat(problems)
                .extracting(problem -> problem.code().text())
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).matches(message));
    }

    @Test
    void mayNamePrivateMethodsAndThoseOfInterfaces() {
        assertThat(Sketch.problems((flow, in) -> {
                    Value<Integer> four =
                            flow.apply(MethodReferencesTest::twice).to(in.get(Params::depth));
                    Value<String> name = Value.of(new Person("Ann")).get(HasName::name);
                    keep(flow, Value.text("{} {}", four, name));
                }))
                .isEmpty();
    }

    @Test
    void mayNameWhatAllRecordsOfAFamilyShareButNothingElse() {
        assertThat(Sketch.problems((flow, in) ->
                        keep(flow, Value.<Outcome>of(new Vocabulary.Kept("k")).get(Outcome::reason))))
                .isEmpty();
        assertThat(Sketch.problems((flow, in) -> keep(
                        flow,
                        Value.<Vocabulary.Uneven>list(
                                Value.of(new Vocabulary.Even(1)), Value.of(new Vocabulary.Odd(2))))))
                .isEmpty();
        assertThat(Sketch.problems((flow, in) -> flow.map(
                        Value.<Vocabulary.Uneven>list(
                                Value.of(new Vocabulary.Even(1)), Value.of(new Vocabulary.Odd(2))),
                        each -> flow.run(new Vocabulary.Keep<>(each.get(Vocabulary.Uneven::size))))))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("Uneven has no component \"size\" that all of its records share.");
    }
}
