package dev.penstock.cli.plan;

import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.cli.params.Parameter;
import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Words;
import dev.penstock.type.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a plan for a terminal. */
public final class PlanText {

    private static final int LONGEST_VALUE = 60;
    private static final int SHORT_DIGEST = "sha256:".length() + 12;

    private final Plan plan;
    private final Style style;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private PlanText(Plan plan, Style style, int width) {
        this.plan = plan;
        this.style = style;
        this.width = width;
    }

    public static String of(Plan plan, Style style, int width) {
        return new PlanText(plan, style, width).text();
    }

    private String text() {
        line("%s  %s".formatted(style.bold(plan.pipeline()), plan.digest().substring(0, SHORT_DIGEST)));
        plan.settings().description().ifPresent(sentence -> line(Printable.of(sentence)));
        line("");
        facts().lines("  ").forEach(this::line);
        input();
        line("");
        line(style.bold("Steps"));
        body(plan.graph());
        line("");
        line("%s  %s: %s"
                .formatted(
                        style.bold("Result"),
                        Printable.of(plan.graph().result().orElse("")),
                        Printable.of(plan.output())));
        plan.handlers().forEach(this::handler);
        line("");
        line(totals());
        return text.toString();
    }

    private Columns facts() {
        Columns facts = new Columns();
        PipelineSettings settings = plan.settings();
        facts.add("class", Printable.of("%s (%s)".formatted(plan.definedBy(), plan.declaredAt())));
        facts.add("owner", Printable.of(settings.owner().orElse("nobody named")));
        facts.add("found in", Printable.of(plan.origin()));
        facts.add("profile", Printable.of(plan.profile()));
        facts.add("digest", plan.digest());
        if (!settings.labels().isEmpty()) {
            facts.add(
                    "labels",
                    settings.labels().entrySet().stream()
                            .map(label -> Printable.of(label.getKey() + "=" + label.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        settings.timeout().ifPresent(limit -> facts.add("time limit", Words.of(limit)));
        settings.budget().ifPresent(amount -> facts.add("budget", amount.toPlainString()));
        if (!settings.rejecting().isEmpty()) {
            facts.add("rejects on", Printable.of(String.join(", ", settings.rejecting())));
        }
        return facts;
    }

    private void input() {
        line("");
        line("%s  %s".formatted(style.bold("Input"), Printable.of(plan.inputType())));
        Columns columns = new Columns();
        for (Parameter parameter : plan.parameters()) {
            columns.add(
                    Printable.of(parameter.name()),
                    Printable.of(parameter.type()),
                    parameter
                            .value()
                            .map(CanonicalJson::compact)
                            .map(value -> Words.shortened(Printable.of(value), LONGEST_VALUE))
                            .orElse(parameter.needed() ? "needed" : "may be left out"),
                    Printable.of(parameter.from().orElse("")));
        }
        columns.lines("  ").forEach(this::line);
    }

    private void body(PlannedBody body) {
        StepLines.of(body, style, width).forEach(this::line);
    }

    private void handler(PlannedBody handler) {
        String label = handler.label().orElse("");
        line("");
        line(style.bold(label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1)));
        body(handler);
    }

    private String totals() {
        int steps = plan.totals().values().stream().mapToInt(Integer::intValue).sum();
        List<String> parts = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            int count = plan.totals().getOrDefault(kind.word(), 0);
            if (count > 0) {
                parts.add(kind.counted(count));
            }
        }
        return "%s step%s: %s.".formatted(steps, steps == 1 ? "" : "s", String.join(", ", parts));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
