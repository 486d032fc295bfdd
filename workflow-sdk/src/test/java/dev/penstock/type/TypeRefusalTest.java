package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeRefusalTest {

    private static final String JDK =
            "Use a record, enum, sealed interface of records, List, Map<String, …>, Optional or a value type of the JDK.";

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(Refused.Matrix.class, "in Matrix.cells: double[] is an array.", "Use a List."),
                refused(Refused.Grade.class, "in Grade.grade: char is a single character.", "Use a String."),
                refused(
                        Refused.Nothing.class,
                        "in Nothing.nothing: java.lang.Void has no values.",
                        "Use the record Done."),
                refused(
                        Refused.Place.class,
                        "in Place.path: java.nio.file.Path names a place on one machine.",
                        "Use an artifact (Dataset, Model, Metrics, Report) or a URI."),
                refused(
                        Refused.OldPlace.class,
                        "in OldPlace.file: java.io.File names a place on one machine.",
                        "Use an artifact (Dataset, Model, Metrics, Report) or a URI."),
                refused(Refused.Day.class, "in Day.date: java.util.Date can change.", "Use Instant or LocalDate."),
                refused(Refused.Unordered.class, "in Unordered.words: java.util.Set has no order.", "Use a List."),
                refused(
                        Refused.Growing.class,
                        "in Growing.words: java.util.ArrayList is not a plain list.",
                        "Use List itself."),
                refused(
                        Refused.Loose.class,
                        "in Loose.words: java.util.Collection is not a plain list.",
                        "Use List itself."),
                refused(
                        Refused.Hashed.class,
                        "in Hashed.counts: java.util.HashMap is not a plain map.",
                        "Use Map<String, …> itself."),
                refused(
                        Refused.ByNumber.class,
                        "in ByNumber.names: java.util.Map<java.lang.Integer, java.lang.String> has keys that are not strings.",
                        "Use Map<String, …>, or a List of records."),
                refused(
                        Refused.RawList.class,
                        "in RawList.words: List stands without its type arguments.",
                        "Write List<…> with concrete types."),
                refused(
                        Refused.RawMap.class,
                        "in RawMap.words: Map stands without its type arguments.",
                        "Write Map<…> with concrete types."),
                refused(
                        Refused.Wild.class,
                        "in Wild.anything: java.lang.Object can be of many types.",
                        "Name the exact type."),
                refused(
                        Refused.Anything.class,
                        "in Anything.value: java.lang.Object can be of many types.",
                        "Name the exact type."),
                refused(
                        Refused.Amount.class,
                        "in Amount.value: java.lang.Number can be of many types.",
                        "Name the exact type."),
                refused(Refused.Letters.class, "in Letters.letters: java.lang.CharSequence is not a record.", JDK),
                refused(
                        Refused.HoldsOpen.class,
                        "in HoldsOpen.open: dev.penstock.type.Refused$Open is an open interface.",
                        "Seal it and let records implement it."),
                refused(
                        Refused.HoldsOrdinary.class,
                        "in HoldsOrdinary.ordinary: dev.penstock.type.Refused$Ordinary is not a record.",
                        JDK),
                refused(
                        Refused.Twice.class,
                        "in Twice.perhaps: java.util.Optional<java.util.Optional<java.lang.String>> can be absent in two ways, which look the same.",
                        "Use one Optional, or a sealed interface of records."),
                refused(
                        Refused.Bare.class,
                        "in Bare.scored: Scored stands without its type arguments.",
                        "Write Scored<…> with concrete types."),
                refused(Refused.Boxed.class, "in Boxed.box: int[] is an array.", "Use a List."),
                refused(
                        Refused.HoldsCells.class,
                        "in HoldsCells.cells > Cells.cells: T[] is not a concrete type.",
                        "Name the exact type."),
                refused(
                        Refused.Outer.class,
                        "in Outer.middles > Middle.matrix > Matrix.cells: double[] is an array.",
                        "Use a List."),
                refused(
                        Refused.Sized.class,
                        "Sized is an artifact, but not a record of exactly (URI uri, String digest).",
                        "Declare it so, and put what else it carries into a record around it."),
                refused(
                        Refused.Swapped.class,
                        "Swapped is an artifact, but not a record of exactly (URI uri, String digest).",
                        "Declare it so, and put what else it carries into a record around it."),
                refused(
                        Refused.HoldsHandmade.class,
                        "in HoldsHandmade.handmade: Handmade is an artifact, but not a record of exactly (URI uri, String digest).",
                        "Declare it so, and put what else it carries into a record around it."),
                refused(
                        Refused.WithEnum.class,
                        "Choice belongs to the sealed WithEnum, but is neither a record nor sealed.",
                        "Make it a record."),
                refused(
                        Refused.WithLivelyEnum.class,
                        "Lively belongs to the sealed WithLivelyEnum, but is neither a record nor sealed.",
                        "Make it a record."),
                refused(
                        Refused.WithArtifact.class,
                        "Weights belongs to the sealed WithArtifact, but is an artifact.",
                        "Make it a component of a record that belongs to WithArtifact."),
                refused(
                        Refused.WithOpenPart.class,
                        "OpenPart belongs to the sealed WithOpenPart, but is neither a record nor sealed.",
                        "Make it a record."),
                refused(
                        Refused.WithTwins.class,
                        "two records of the sealed WithTwins are called Same.",
                        "Give each its own name."),
                refused(
                        Refused.HoldsHalf.class,
                        "in HoldsHalf.half: the type parameter B of Whole is not known here.",
                        "Name a concrete type where the step is declared or used."),
                refused(
                        Refused.local(),
                        "Local is declared inside a method, so its name changes between builds.",
                        "Declare it as a member of a class, or in a file of its own."),
                refused(
                        Refused.insideLocal(),
                        "Inside is declared inside a method, so its name changes between builds.",
                        "Declare it as a member of a class, or in a file of its own."));
    }

    private static Arguments refused(Class<?> type, String message, String remedy) {
        return Arguments.of(type, message, remedy);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhichPartCannotFlowWhyAndWhatCan(Class<?> type, String message, String remedy) {
        assertThatExceptionOfType(UnsupportedTypeException.class)
                .isThrownBy(() -> new TypeReader().read(type))
                .withMessage(message)
                .satisfies(thrown -> assertThat(thrown.remedy()).isEqualTo(remedy));
    }

    @Test
    void noticesATypeThatGrowsForEver() {
        assertThatExceptionOfType(UnsupportedTypeException.class)
                .isThrownBy(() -> new TypeReader().read(Refused.HoldsEndless.class))
                .withMessageContaining("Endless contains itself with other type arguments, without end.");
    }

    @Test
    void refusesATypeAgainThatItRefusedBefore() {
        TypeReader reader = new TypeReader();

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(UnsupportedTypeException.class)
                    .isThrownBy(() -> reader.read(Refused.Outer.class))
                    .withMessageStartingWith("in Outer.middles > Middle.matrix");
        }
    }
}
