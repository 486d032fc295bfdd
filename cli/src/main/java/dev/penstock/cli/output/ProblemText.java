package dev.penstock.cli.output;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.penstock.problem.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes problems for people: place and code, what happened, what to do; those of one file together. */
public final class ProblemText {

    private static final int MOST_SHOWN = 100;
    private static final Pattern LINE = Pattern.compile(":(\\d{1,9})");

    private ProblemText() {}

    public static String of(List<Problem> problems, Style style) {
        Map<String, List<Problem>> byFile = problems.stream()
                .limit(MOST_SHOWN)
                .collect(groupingBy(problem -> file(problem.where()), LinkedHashMap::new, toList()));
        StringBuilder text = new StringBuilder();
        byFile.values()
                .forEach(group -> group.stream()
                        .sorted(Comparator.comparingInt(ProblemText::line))
                        .forEach(problem -> text.append(one(problem, style))));
        if (problems.size() > MOST_SHOWN) {
            text.append("… and %s more.\n".formatted(problems.size() - MOST_SHOWN));
        }
        String count = problems.size() == 1 ? "1 problem" : "%s problems".formatted(problems.size());
        return text.append(style.bold(count + "; nothing was run."))
                .append('\n')
                .toString();
    }

    private static String one(Problem problem, Style style) {
        return "%s  %s\n  %s\n  %s %s\n\n"
                .formatted(
                        style.bold(Printable.of(problem.where())),
                        style.red(problem.code().text()),
                        Printable.of(problem.message()),
                        style.cyan("→"),
                        Printable.of(problem.remedy()));
    }

    private static String file(String where) {
        return where.replaceFirst("[:,].*", "");
    }

    private static int line(Problem problem) {
        Matcher place = LINE.matcher(problem.where());
        return place.find() ? Integer.parseInt(place.group(1)) : 0;
    }
}
