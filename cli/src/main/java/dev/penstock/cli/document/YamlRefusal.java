package dev.penstock.cli.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Ends the reading of a YAML text whose rest cannot be understood. */
final class YamlRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Place place;
    private final String sentence;
    private final String remedy;

    YamlRefusal(@Nullable Place place, String sentence, String remedy) {
        super(sentence);
        this.place = place;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    static YamlRefusal of(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
        String context = e.getContext() == null ? "" : " " + e.getContext();
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        String remedy = problem.contains("TAB") ? "Indent with spaces, not with tabs." : "Mend the YAML there.";
        return new YamlRefusal(
                mark.map(YamlMarks::place).orElse(null),
                "This is not YAML: %s%s.".formatted(problem, context).replaceAll("\\s+", " "),
                remedy);
    }

    @Nullable
    Place place() {
        return place;
    }

    String sentence() {
        return sentence;
    }

    String remedy() {
        return remedy;
    }
}
