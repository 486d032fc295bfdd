package dev.penstock.testing;

import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The named types of one spec: records, enums, families, artifacts, and those that the engine itself hands out. */
final class GeneratedTypes {

    private static final List<Scalar> SCALARS = Arrays.stream(Scalar.values())
            .filter(scalar -> scalar != Scalar.JSON && scalar != Scalar.NOTHING)
            .toList();

    private final SortedMap<String, TypeDefinition> definitions = new TreeMap<>();
    private final List<Named> payloads = new ArrayList<>();
    private final Dice dice;
    private final GeneratedTexts texts;

    GeneratedTypes(Dice dice) {
        this.dice = dice;
        this.texts = new GeneratedTexts(dice);
        for (int i = dice.between(1, 2); i > 0; i--) {
            define("dev.example.Raw" + i, new ArtifactType(dice.oneOf(ArtifactKind.values())));
            define("dev.example.Verdict" + i, new EnumType(List.of("GOOD", "BAD", "größer_" + i)));
        }
        defineFamily();
        for (int i = dice.between(1, 3); i > 0; i--) {
            define("dev.example.Iris$Part" + i, record(false));
        }
        if (dice.chance(0.3)) {
            define("dev.example.Page<list<double>>", record(false));
        }
        if (dice.chance(0.3)) {
            Component children = new Component("children", new ListOf(new Named("dev.example.Tree")));
            define("dev.example.Tree", new RecordType(List.of(new Component("leaf", scalar()), children), false));
        }
    }

    Types types() {
        return new Types(definitions);
    }

    DataType scalar() {
        return dice.one(SCALARS);
    }

    DataType any() {
        return switch (dice.below(10)) {
            case 0, 1, 2 -> scalar();
            case 3 -> new ListOf(plain());
            case 4 -> new MapOf(plain());
            case 5 -> new OptionalOf(plain());
            case 6 -> dice.oneOf(ArtifactKind.values());
            default -> dice.one(payloads);
        };
    }

    /** Never optional, so that there is a value for it at any time. */
    DataType plain() {
        return dice.chance(0.5) ? scalar() : dice.one(payloads);
    }

    /** What an approval yields. */
    Named approved(DataType value) {
        return engine(
                "Approved<" + value.text() + ">",
                new RecordType(
                        List.of(
                                new Component("value", value),
                                new Component("by", new ListOf(Scalar.STRING)),
                                new Component("at", Scalar.INSTANT),
                                new Component("comment", new OptionalOf(Scalar.STRING))),
                        false));
    }

    /** What a handler of failures is told. */
    Named failure() {
        Named kind = engine("FaultKind", new EnumType(List.of("USER", "PLATFORM", "REJECTED")));
        return engine(
                "Failure",
                new RecordType(
                        List.of(
                                new Component("step", Scalar.STRING),
                                new Component("attempt", Scalar.INT),
                                new Component("kind", kind),
                                new Component("message", Scalar.STRING)),
                        false));
    }

    /** What the last handler is told. */
    Named ending() {
        Named result = engine("Ending$Result", new EnumType(List.of("SUCCEEDED", "FAILED")));
        return engine(
                "Ending",
                new RecordType(
                        List.of(new Component("result", result), new Component("failure", new OptionalOf(failure()))),
                        false));
    }

    private Named engine(String name, TypeDefinition definition) {
        definitions.put("dev.penstock.flow." + name, definition);
        return new Named("dev.penstock.flow." + name);
    }

    private void define(String name, TypeDefinition definition) {
        definitions.put(name, definition);
        payloads.add(new Named(name));
    }

    private void defineFamily() {
        List<String> cases = List.of("dev.example.Event$Done", "dev.example.Event$Failed");
        cases.forEach(name -> define(name, record(true)));
        define("dev.example.Event", new FamilyType(cases));
    }

    private RecordType record(boolean tagged) {
        SortedSet<String> names = new TreeSet<>(dice.some(1, 3, texts::word));
        return new RecordType(
                names.stream()
                        .map(name -> new Component(name, payloads.isEmpty() ? scalar() : any()))
                        .toList(),
                tagged);
    }
}
