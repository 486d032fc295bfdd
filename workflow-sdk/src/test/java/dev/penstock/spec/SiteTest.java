package dev.penstock.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "IrisPipeline.java:58, IrisPipeline.java, 58",
        "IrisPipeline.java, IrisPipeline.java, 0",
        "a/b c/Iris.kt:1, a/b c/Iris.kt, 1",
        "C:\\pipelines\\Iris.java:7, C:\\pipelines\\Iris.java, 7",
        "Iris.java:, Iris.java:, 0",
        "Iris.java:x, Iris.java:x, 0",
        ":5, :5, 0",
        "Iris.java:-5, Iris.java:-5, 0",
        "a:1:2, a:1, 2",
        "Iris.java:99999999999, Iris.java:99999999999, 0",
        "'', '', 0",
    })
    void isAFileAndPerhapsALine(String text, String file, int line) {
        Site site = Site.parse(text);

        assertThat(site).isEqualTo(new Site(file, line));
        assertThat(site).hasToString(text);
    }
}
