package dev.penstock.diff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.penstock.spec.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes changes for a terminal, grouped by step. */
public final class DiffText {

    private DiffText() {}

    public static String of(List<Change> changes) {
        if (changes.isEmpty()) {
            return "Nothing changed.\n";
        }
        Map<String, List<Change>> byPath =
                changes.stream().collect(groupingBy(Change::path, LinkedHashMap::new, toList()));
        StringBuilder text = new StringBuilder();
        byPath.forEach((path, ofPath) -> {
            text.append(path).append(Shown.printable(sites(ofPath.getFirst()))).append('\n');
            ofPath.forEach(change -> text.append("  ")
                    .append(change.kind().mark())
                    .append(' ')
                    .append(change.sentence())
                    .append('\n'));
        });
        return text.toString();
    }

    private static String sites(Change change) {
        Optional<Site> before = change.before().filter(site -> !site.equals(Site.UNKNOWN));
        Optional<Site> after = change.after().filter(site -> !site.equals(Site.UNKNOWN));
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            return " (%s, before %s)".formatted(after.get(), before.get());
        }
        return after.or(() -> before).map(" (%s)"::formatted).orElse("");
    }
}
