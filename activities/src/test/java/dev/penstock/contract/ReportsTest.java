package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportsTest {

    private static final Types TYPES = new Types(new TreeMap<>(Map.of(
            "Page",
            new TypeDefinition.ArtifactType(ArtifactKind.REPORT),
            "Table",
            new TypeDefinition.ArtifactType(ArtifactKind.DATASET),
            "Checked",
            record("page", "optional<Page>"),
            "Data",
            record("table", "Table"),
            "Tree",
            record("children", "list<Tree>"),
            "Either",
            new TypeDefinition.FamilyType(List.of("Data", "Checked")))));

    private static TypeDefinition record(String name, String type) {
        return new TypeDefinition.RecordType(List.of(new Component(name, DataType.parse(type))), false);
    }

    @ParameterizedTest
    @CsvSource({
        "report, true",
        "Page, true",
        "list<optional<Page>>, true",
        "map<Checked>, true",
        "Either, true",
        "artifact, false",
        "dataset, false",
        "Table, false",
        "Data, false",
        "Tree, false",
        "int, false"
    })
    void knowsInWhichTypesReportsMayBe(String type, boolean may) {
        assertThat(Reports.mayBeIn(DataType.parse(type), TYPES)).isEqualTo(may);
    }
}
