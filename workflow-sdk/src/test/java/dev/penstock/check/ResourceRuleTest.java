package dev.penstock.check;

import static dev.penstock.check.Specs.AT;
import static dev.penstock.check.Specs.output;
import static dev.penstock.check.Specs.spec;
import static dev.penstock.check.Specs.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.StatusTest;
import dev.penstock.spec.Node;
import dev.penstock.spec.ResourceTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceRuleTest {

    private static final Optional<StatusTest> DONE = Optional.of(new StatusTest.Condition("Done", "True"));

    static Stream<Arguments> resources() {
        return Stream.of(
                Arguments.of(
                        template("", "RayJob", "{}", DONE, DONE, "result"), "The resource has no apiVersion or kind."),
                Arguments.of(template("v1", "", "{}", DONE, DONE, "result"), "The resource has no apiVersion or kind."),
                Arguments.of(
                        template("v1", "RayJob", "{}", Optional.empty(), DONE, "result"),
                        "Nothing tells when the resource is done."),
                Arguments.of(
                        template("v1", "RayJob", "{}", DONE, Optional.empty(), "result"),
                        "Nothing tells when the resource has failed."),
                Arguments.of(
                        template("v1", "RayJob", "{\"kind\": \"Job\"}", DONE, DONE, "result"),
                        "apiVersion and kind are set as fields."),
                Arguments.of(template("v1", "RayJob", "[]", DONE, DONE, "result"), "The manifest is no object."));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void saysWhatIsMissingInAResource(ResourceTemplate template, String message) {
        assertThat(Specs.told(spec(resource(template)))).containsExactly("invalid-resource: In \"ray\": " + message);
    }

    @Test
    void saysWhichOutputsOfAResourceAreReadFromNowhere() {
        assertThat(Specs.told(spec(resource(template("v1", "RayJob", "{}", DONE, DONE, "resutl")))))
                .containsExactly(
                        "invalid-resource: In \"ray\": yields(\"resutl\", …) is no component of int.",
                        "invalid-resource: In \"ray\": Nothing tells where \"result\" of int is read.");
    }

    private static ResourceTemplate template(
            String version,
            String kind,
            String manifest,
            Optional<StatusTest> success,
            Optional<StatusTest> failure,
            String output) {
        return new ResourceTemplate(
                version,
                kind,
                Specs.json(manifest),
                new TreeMap<>(),
                success,
                failure,
                Optional.empty(),
                Optional.empty(),
                false,
                new TreeMap<>(Map.of(output, "status.x")));
    }

    private static Node resource(ResourceTemplate template) {
        return new Node.RunResource("ray", template, type("int"), List.of(), List.of(), AT);
    }
}
