package dev.penstock.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Method;
import dev.penstock.type.DataType;
import dev.penstock.type.JsonEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class InvocationTest {

    private static final JsonEncoder ENCODER = new JsonEncoder();
    private static final CallContext CONTEXT = new CallContext("run", "pipeline", "step", "run/step#0");

    private final Services services = Services.none()
            .with(Greeter.class, name -> "Hello, " + name)
            .withEach(Keyed.class, context -> () -> context.idempotencyKey());
    private final Invocation invocation =
            new Invocation(new Code(InvocationTest.class.getClassLoader(), "build 7"), services);

    record Point(int x, int y) {
        int sum() {
            return x + y;
        }
    }

    record Pair<A, B>(A first, B second) {}

    record Holder(Object any) {}

    interface Greeter {
        String greet(String name);
    }

    interface Keyed {
        String key();
    }

    interface Nowhere {
        String say();
    }

    static String add(int a, List<Integer> more) {
        return "%s".formatted(a + more.stream().mapToInt(Integer::intValue).sum());
    }

    static <A, B> Pair<B, A> swap(Pair<A, B> pair) {
        return new Pair<>(pair.second(), pair.first());
    }

    static Optional<String> none(int a) {
        return Optional.empty();
    }

    static String nothing(int a) {
        return null;
    }

    static Holder hidden(int a) {
        return new Holder(new Object());
    }

    static List<String> holes(int a) {
        return Arrays.asList("a", null);
    }

    static class BadData extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadData(String message) {
            super(message);
        }
    }

    static final class WorseData extends BadData {
        private static final long serialVersionUID = 1;

        WorseData() {
            super("worse");
        }
    }

    static int reject(int a) {
        throw new WorseData();
    }

    static int endless(int a) {
        return a < 0 ? a : endless(Math.abs(a + 1)) + 1;
    }

    static int two(int a) {
        return a;
    }

    static int two(String a) {
        return a.length();
    }

    @Test
    void appliesMethodsToValues() {
        assertThat(apply("add", types("int", "list<int>"), 1, List.of(2, 3))).isEqualTo("\"6\"");
        assertThat(apply("none", types("int"), 1)).isEqualTo("null");
    }

    @Test
    void appliesMethodsOfTheValueItself() {
        Method sum = new Method(Point.class.getName(), "sum");
        FunctionTask task = new FunctionTask(sum, types(Point.class.getName()), List.of());
        assertThat(invocation.apply(task, json(new Point(3, 4))).intValue()).isEqualTo(7);
    }

    @Test
    void knowsTheTypesOfGenericInputsFromTheSpec() {
        String pair = Pair.class.getName() + "<int," + Point.class.getName() + ">";
        assertThat(apply("swap", types(pair), new Pair<>(1, new Point(2, 3))))
                .isEqualTo("{\"first\":{\"x\":2,\"y\":3},\"second\":1}");
    }

    @Test
    void callsServicesWithTheirIdempotencyKey() {
        assertThat(call(Greeter.class, "greet", types("string"), "you").textValue())
                .isEqualTo("Hello, you");
        assertThat(call(Keyed.class, "key", types()).textValue()).isEqualTo("run/step#0");
    }

    @Test
    void tellsTheFaultsOfTheUserFromThoseOfTheData() {
        assertThat(fault("reject", List.of(BadData.class.getName())))
                .isEqualTo(Fault.of(FaultKind.REJECTED, "WorseData: worse").because(new WorseData()));
        assertThat(fault("reject", List.of("java.io.IOException")).kind()).isEqualTo(FaultKind.USER);
        assertThat(fault("endless", List.of()).message()).isEqualTo("StackOverflowError");
    }

    @Test
    void saysWhyAResultCannotFlowOn() {
        assertThat(fault("nothing", List.of()).message()).isEqualTo("InvocationTest::nothing returned null.");
        assertThat(fault("hidden", List.of()).message()).contains("cannot flow on", "java.lang.Object");
        assertThat(fault("holes", List.of()).message()).contains("the value[1] is null");
        assertThat(fault("holes", List.of()).lasting()).isTrue();
    }

    @Test
    void saysWhichCodeIsNotThere() {
        assertThat(fault(new Method("gone.Away", "x")).message()).contains("gone.Away", "build 7");
        assertThat(fault(new Method(InvocationTest.class.getName(), "gone")).message())
                .contains("has no method gone", "build 7");
        assertThat(fault(new Method(InvocationTest.class.getName(), "two")).message())
                .contains("has 2 methods called two");
        assertThat(fault(new Method(InvocationTest.class.getName(), "gone"))
                        .remedy()
                        .orElseThrow())
                .contains("penstock retry");
        FaultException missing =
                Assertions.catchThrowableOfType(FaultException.class, () -> call(Nowhere.class, "say", types()));
        assertThat(missing.fault().message()).contains("no implementation of", "Nowhere", "\"step\"");
    }

    @Test
    void saysWhatDoesNotFitCodeThatHasChanged() {
        Method sum = new Method(Point.class.getName(), "sum");
        FunctionTask task = new FunctionTask(sum, types(Point.class.getName()), List.of());
        FaultException misfit = Assertions.catchThrowableOfType(
                FaultException.class, () -> invocation.apply(task, json(new Pair<>(1, 2))));
        assertThat(misfit.fault().kind()).isEqualTo(FaultKind.PLATFORM);
        assertThat(misfit.fault().message()).contains("Point::sum", "input 1 at $.first", "Point has no component");
    }

    private Fault fault(Method method) {
        FunctionTask task = new FunctionTask(method, types("int"), List.of());
        return Assertions.catchThrowableOfType(FaultException.class, () -> invocation.apply(task, json(1)))
                .fault();
    }

    private Fault fault(String name, List<String> rejecting) {
        FunctionTask task = new FunctionTask(new Method(InvocationTest.class.getName(), name), types("int"), rejecting);
        return Assertions.catchThrowableOfType(FaultException.class, () -> invocation.apply(task, json(1)))
                .fault();
    }

    private String apply(String name, List<DataType> types, Object... inputs) {
        FunctionTask task = new FunctionTask(new Method(InvocationTest.class.getName(), name), types, List.of());
        return invocation.apply(task, json(inputs)).toString();
    }

    private JsonNode call(Class<?> service, String name, List<DataType> types, Object... inputs) {
        FunctionTask task = new FunctionTask(new Method(service.getName(), name), types, List.of());
        return invocation.call(task, json(inputs), CONTEXT);
    }

    private static List<DataType> types(String... texts) {
        return Arrays.stream(texts).map(DataType::parse).toList();
    }

    private static List<JsonNode> json(Object... values) {
        return Arrays.stream(values).map(ENCODER::encode).toList();
    }
}
