package dev.penstock.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.examples.hello.Hello;
import dev.penstock.problem.Code;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows is in code that compiles, and what it refers to is there. */
final class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final String HELLO = "examples/hello/src/main/java/dev/penstock/examples/hello/Hello.java";
    private static final Pattern JAVA = Pattern.compile("(?:<!-- (\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(docs.filter(file -> file.toString().endsWith(".md"))
                            .filter(file -> !file.endsWith("wrong-pipelines.md"))
                            .sorted()
                            .toList());
            pages.add(ROOT.resolve("README.md"));
            return pages;
        }
    }

    @Test
    void showsOnlyCodeThatIsCompiledElsewhere() throws IOException {
        int shown = 0;
        for (Path page : pages()) {
            Matcher block = JAVA.matcher(Files.readString(page));
            while (block.find()) {
                assertThat(block.group(1))
                        .as("the file of a snippet in %s", page)
                        .isNotNull();
                assertThat(Files.readString(ROOT.resolve(block.group(1))))
                        .as("%s, shown in %s", block.group(1), page)
                        .contains(block.group(2));
                shown++;
            }
        }
        assertThat(shown).isGreaterThan(15);
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                assertThat(page.resolveSibling(link.group(1)))
                        .as("a link in %s", page)
                        .exists();
            }
        }
    }

    @Test
    void theGuidesPipelineIsSound() {
        assertThat(Spec.of(new ChurnPipeline()).name()).isEqualTo("churn");
    }

    @Test
    void showsTheSpecOfHelloAsItIs() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/spec.md"));
        Spec hello = Spec.of(new Hello());
        assertThat(page).contains("```json\n" + hello.toJson() + "```").contains(hello.digest());
    }

    @Test
    void helloIsADozenLines() throws IOException {
        String hello = Files.readString(ROOT.resolve(HELLO));
        String body = hello.substring(hello.indexOf("public final class"));
        assertThat(body.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(13);
    }

    @Test
    void listsEveryProblem() throws IOException {
        String rows = Stream.of(Code.values())
                .map(code -> "| `%s` | %s |\n".formatted(code.text(), code.meaning()))
                .collect(Collectors.joining());
        String page = """
            # Problems

            Every problem has a code, a place, a sentence and a remedy; all of one input are reported together.
            This page is made from the code: `mvn -pl cli test -Dpenstock.golden=rewrite` writes it anew.

            | code | meaning |
            |---|---|
            """ + rows;
        Path file = ROOT.resolve("docs/problems.md");
        if (System.getProperty("penstock.golden", "").equals("rewrite")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file)).isEqualTo(page);
    }

    @Test
    void anAuthorMeetsFewTypes() throws IOException {
        assertThat(typesMet(ROOT.resolve(HELLO))).hasSizeLessThanOrEqualTo(4);
        assertThat(typesMet(ROOT.resolve("examples/iris/src/main/java/dev/penstock/examples/iris/IrisPipeline.java")))
                .hasSizeLessThanOrEqualTo(20);
    }

    /** The types of the language that a source names, statically imported ones included. */
    private static List<String> typesMet(Path source) throws IOException {
        return Pattern.compile("import (?:static )?(dev\\.penstock\\.(?!examples)[a-z]+\\.[A-Z]\\w*)")
                .matcher(Files.readString(source))
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }
}
