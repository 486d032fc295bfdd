package dev.penstock.draw;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.penstock.spec.Spec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgTest {

    @Test
    void showsTheNameOfEveryStep() throws Exception {
        for (Spec spec : List.of(Examples.hello(), Examples.iris(), Examples.everything())) {
            Set<String> texts = texts(parse(Svg.of(spec)));
            Drawing.of(spec).everything().forEach(shape -> assertThat(texts).contains(shape.name()));
        }
    }

    @Test
    void carriesThePathOfEachStepForThoseWhoColourIt() throws Exception {
        assertThat(Svg.of(Examples.iris())).contains("data-step=\"candidates/train\"", "data-step=\"decide/promote\"");
    }

    @Test
    void tellsThoseWhoCannotSeeItWhatItShows() throws Exception {
        Element svg = parse(Svg.of(Examples.hello())).getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Pipeline hello");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("1 step: greet.");
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(Svg.of(Examples.everything()))
                .doesNotContain("<script", "href", "url(", "@import", "@font-face", "<image")
                .contains("@media (prefers-color-scheme:dark)");
    }

    @Test
    void escapesNamesFromFiles() throws Exception {
        String name = "\"<script>alert('1')</script>]]>&amp;--> 🌷\u0000\u001b\ud800 日本 end";
        Document document = parse(Svg.of(Examples.hostile(name)));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Pipeline \"<script>alert('1')</script>]]>&amp;--> 🌷 \ufffd 日本 end");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(Svg.of(Examples.everything())).isEqualTo(Svg.of(Examples.everything()));
        assertThat(Svg.of(RandomSpecs.of(7))).isEqualTo(Svg.of(RandomSpecs.of(7)));
    }

    @Test
    void drawsTenThousandStepsInARowOrSideBySide() {
        for (Spec spec : List.of(Examples.chain(10_000), Examples.fan(10_000), RandomSpecs.tangle(10_000))) {
            assertThat(assertTimeoutPreemptively(ofSeconds(60), () -> Svg.of(spec)))
                    .contains("step-9999");
        }
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> texts(Document document) {
        Set<String> texts = new HashSet<>();
        for (String tag : List.of("text", "tspan")) {
            NodeList found = document.getElementsByTagName(tag);
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent());
            }
        }
        return texts;
    }
}
