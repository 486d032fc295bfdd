package dev.penstock.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page of the guide that lists every mistake with what the user is told; made from the tests' own findings. */
final class WrongPipelineGuide {

    private static final Path PAGE = Path.of("../docs/wrong-pipelines.md");

    private WrongPipelineGuide() {}

    static String section(WrongPipeline pipeline, Compilation byJavac, Map<String, List<Problem>> problems) {
        String told = pipeline.byJavac()
                ? String.join("\n", byJavac.of(pipeline).getFirst().words())
                : told(problems.get(pipeline.className()).getFirst());
        return "### %s\n```java\n%s\n```\nRefused by %s:\n```\n%s\n```\n"
                .formatted(
                        pipeline.title(),
                        pipeline.shown(),
                        pipeline.byJavac() ? "javac" : "the rule `%s`".formatted(pipeline.refusedBy()),
                        told.replaceAll("Wrong\\d+\\.java", "YourPipeline.java"));
    }

    private static String told(Problem problem) {
        return problem.message() + "\n" + problem.remedy();
    }

    static void check(String sections, List<WrongPipeline> pipelines, Compilation byJavac) throws IOException {
        String page = head(pipelines, byJavac) + sections;
        if (System.getProperty("penstock.golden", "").equals("rewrite")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        String before = Files.readString(PAGE);
        boolean sameJavac = before.contains(javac());
        assertThat(sameJavac ? page : withoutJavac(page))
                .as(
                        "docs/wrong-pipelines.md is old; write it anew with mvn -pl workflow-sdk test -Dpenstock.golden=rewrite")
                .isEqualTo(sameJavac ? before : withoutJavac(before));
    }

    private static String javac() {
        return "javac " + Runtime.version().feature();
    }

    /** Another version of javac may find other words. */
    private static String withoutJavac(String page) {
        return page.replaceAll("(?s)Refused by javac:\n```.*?```", "")
                .replaceAll("javac \\d+", "javac")
                .replaceAll("up to \\d+ lines", "");
    }

    private static String head(List<WrongPipeline> pipelines, Compilation byJavac) {
        long javac = count(pipelines, "javac");
        long atLength = count(pipelines, "javac at length");
        int longest = pipelines.stream()
                .filter(WrongPipeline::byJavac)
                .mapToInt(pipeline -> byJavac.of(pipeline).getFirst().words().size())
                .max()
                .orElse(0);
        return """
                # What is wrong, and who says so

                %d mistakes, each compiled (here with %s) and traced by a test; this page is made by that test.
                javac refuses %d of them in at most three lines (not counting the echo of your line and the caret),
                and the validation, which `Spec.of`, `penstock plan` and every run call, refuses %d on the right line.
                For %d more, javac is right but needs up to %d lines: its wording for method references and
                inference cannot be shortened from outside. They are listed as well.

                """.formatted(pipelines.size(), javac(), javac, pipelines.size() - javac - atLength, atLength, longest);
    }

    private static long count(List<WrongPipeline> pipelines, String refusedBy) {
        return pipelines.stream()
                .filter(pipeline -> pipeline.refusedBy().equals(refusedBy))
                .count();
    }
}
