package dev.penstock.type;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types that cannot flow between steps. */
@SuppressWarnings({"rawtypes", "JavaUtilDate"})
final class Refused {

    private Refused() {}

    record Matrix(double[] cells) {}

    record Grade(char grade) {}

    record Nothing(Void nothing) {}

    record Place(Path path) {}

    record OldPlace(File file) {}

    record Day(Date date) {}

    record Unordered(Set<String> words) {}

    record Growing(ArrayList<String> words) {}

    record Loose(Collection<String> words) {}

    record Hashed(HashMap<String, Integer> counts) {}

    record ByNumber(Map<Integer, String> names) {}

    record RawList(List words) {}

    record RawMap(Map words) {}

    record Wild(List<?> anything) {}

    record Anything(Object value) {}

    record Amount(Number value) {}

    record Letters(CharSequence letters) {}

    interface Open {}

    record HoldsOpen(Open open) {}

    static class Ordinary {}

    record HoldsOrdinary(Ordinary ordinary) {}

    record Twice(Optional<Optional<String>> perhaps) {}

    record Bare(Specimens.Scored scored) {}

    record Box<T>(T value) {}

    record Boxed(Box<Optional<Box<int[]>>> box) {}

    record Cells<T>(T[] cells) {}

    record HoldsCells(Cells<String> cells) {}

    record Outer(List<Map<String, Middle>> middles) {}

    record Middle(Optional<Matrix> matrix) {}

    record Sized(URI uri, String digest, long size) implements Dataset {}

    record Swapped(String digest, URI uri) implements Dataset {}

    abstract static class Handmade implements Dataset {}

    record HoldsHandmade(Handmade handmade) {}

    sealed interface WithEnum permits Choice, Odd {}

    enum Choice implements WithEnum {
        YES
    }

    record Odd() implements WithEnum {}

    sealed interface WithLivelyEnum permits Lively {}

    enum Lively implements WithLivelyEnum {
        YES {
            @Override
            boolean alive() {
                return true;
            }
        };

        abstract boolean alive();
    }

    sealed interface WithArtifact permits Weights {}

    record Weights(URI uri, String digest) implements WithArtifact, Model {}

    sealed interface WithOpenPart permits OpenPart {}

    non-sealed interface OpenPart extends WithOpenPart {}

    static final class Left {
        record Same() implements WithTwins {}
    }

    static final class Right {
        record Same() implements WithTwins {}
    }

    sealed interface WithTwins permits Left.Same, Right.Same {}

    sealed interface Half<T> permits Whole {}

    record Whole<A, B>(A one, B other) implements Half<A> {}

    record HoldsHalf(Half<String> half) {}

    record Endless<T>(Optional<Endless<List<T>>> next) {}

    record HoldsEndless(Endless<String> endless) {}

    static Class<?> local() {
        record Local() {}
        return Local.class;
    }

    static Class<?> insideLocal() {
        class Local {
            record Inside() {}
        }
        return Local.Inside.class;
    }
}
