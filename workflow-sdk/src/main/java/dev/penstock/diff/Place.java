package dev.penstock.diff;

import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Notes the changes of one step or of the pipeline itself. */
record Place(List<Change> found, String path, Optional<Site> before, Optional<Site> after) {

    Place at(String deeper, Optional<Site> siteBefore, Optional<Site> siteAfter) {
        return new Place(found, deeper, siteBefore, siteAfter);
    }

    void say(Kind kind, String sentence) {
        found.add(new Change(kind, path, sentence, before, after));
    }

    /** Says "what a → b" when the two differ. */
    <T> void compare(Kind kind, String what, T was, T is, Function<? super T, String> words) {
        if (!was.equals(is)) {
            say(kind, what + " " + change(was, is, words));
        }
    }

    /** Says what was added or taken away, or "what a → b" when the two differ. */
    <T> void compareOptional(
            Kind kind, String what, Optional<T> was, Optional<T> is, Function<? super T, String> words) {
        if (was.isPresent() && is.isPresent()) {
            compare(kind, what, was.get(), is.get(), words);
            return;
        }
        was.ifPresent(gone -> say(kind, "%s %s removed".formatted(what, words.apply(gone))));
        is.ifPresent(come -> say(kind, "%s %s added".formatted(what, words.apply(come))));
    }

    /** The whole values when their words are the same, so that no two sides of a change ever look equal. */
    private static <T> String change(T was, T is, Function<? super T, String> words) {
        String before = words.apply(was);
        String after = words.apply(is);
        return before.equals(after) ? Shown.change(was.toString(), is.toString()) : Shown.change(before, after);
    }
}
