package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import dev.penstock.server.Target.Remote;
import io.temporal.api.enums.v1.IndexedValueType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchAttributesTest {

    @TempDir
    private Path folder;

    @Test
    void addsThoseThatAreMissing() throws Exception {
        try (FakeServer server =
                        FakeServer.plain("default").having("PenstockCost", IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE);
                Engine engine = open(server)) {
            assertThat(engine.abilities().searchable()).isFalse();
            Registration registration = SearchAttributes.register(engine);
            assertThat(registration.complete()).isTrue();
            assertThat(registration.added())
                    .containsExactly(
                            "PenstockPipeline",
                            "PenstockSpec",
                            "PenstockTrigger",
                            "PenstockOwner",
                            "PenstockModel",
                            "PenstockOutcome");
            assertThat(server.attributes()).hasSize(7);
            assertThat(engine.abilities().searchable()).isTrue();
        }
    }

    @Test
    void doesNotMindThatAnotherProcessAddsThem() throws Exception {
        try (FakeServer server = FakeServer.plain("default")
                        .racing()
                        .having("PenstockPipeline", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
                Engine engine = open(server)) {
            Registration registration = SearchAttributes.register(engine);
            assertThat(registration.complete()).isTrue();
            assertThat(registration.added()).hasSize(6).doesNotContain("PenstockPipeline");
        }
    }

    @Test
    void saysWhatAnAdministratorIsToDo() throws Exception {
        try (FakeServer server = FakeServer.plain("default")
                        .withoutAdministrators()
                        .having("PenstockPipeline", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .having("PenstockSpec", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .having("PenstockTrigger", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .having("PenstockOwner", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .having("PenstockOutcome", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
                Engine engine = open(server)) {
            Registration registration = SearchAttributes.register(engine);
            assertThat(registration.complete()).isFalse();
            assertThat(registration.missing()).containsExactly("PenstockModel", "PenstockCost");
            assertThat(registration.problems()).hasSize(1);
            new Refusal(registration.problems().getFirst())
                    .is(
                            Code.MISSING_RIGHT,
                            "PenstockModel, PenstockCost are missing and may not be added (PERMISSION_DENIED)",
                            "temporal operator search-attribute create --namespace default"
                                    + " --name PenstockModel --type KeywordList --name PenstockCost --type Double");
        }
    }

    @Test
    void doesNotTakeAnAttributeOfAnotherTypeForItsOwn() throws Exception {
        try (FakeServer server =
                        FakeServer.plain("default").having("PenstockCost", IndexedValueType.INDEXED_VALUE_TYPE_TEXT);
                Engine engine = open(server)) {
            Registration registration = SearchAttributes.register(engine);
            assertThat(registration.complete()).isFalse();
            new Refusal(registration.problems().getFirst())
                    .is(Code.TYPE_MISMATCH, "PenstockCost is a TEXT here, and not a Double", "Rename or remove it");
            assertThat(engine.abilities().searchable()).isFalse();
        }
    }

    private Engine open(FakeServer server) {
        return Engines.open(Remote.at(server.address()), ServerSettings.in(folder));
    }
}
