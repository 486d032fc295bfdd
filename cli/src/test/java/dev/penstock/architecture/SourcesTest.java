package dev.penstock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.architecture.Sources.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SourcesTest {

    private static final int LONGEST = 350;

    /** What nobody writes nobody has to read. */
    private static final String GENERATED = "Made by `penstock stubs ";

    private static final Pattern VAGUE = Pattern.compile(
            "(.*[/a-z0-9])?(Utils?|Helpers?|Manager|Impl|Common)([A-Z].*)?\\.java|.*/(utils?|common|impl|helpers?)/.*");

    /** Formats whose digits follow the locale of whoever runs the JVM, such as {@code %d} and {@code %,.2f}. */
    private static final Pattern LOCAL_DIGITS = Pattern.compile("%(\\d+\\$)?[-#+0,(]*\\d*(\\.\\d+)?[dfegt]");

    @Test
    void areShort() {
        assertThat(Sources.all())
                .filteredOn(source -> source.lines().size() > LONGEST)
                .filteredOn(source -> source.lines().stream().noneMatch(line -> line.startsWith(GENERATED)))
                .isEmpty();
    }

    @Test
    void haveNamesThatSayWhatTheyDo() {
        assertThat(Sources.java())
                .noneMatch(source -> VAGUE.matcher(source.place().toString()).matches());
    }

    @Test
    void marksEveryPackageAsFreeOfNulls() {
        List<Source> sources = Sources.java();
        Set<Path> marked = sources.stream()
                .filter(source -> source.place().endsWith("package-info.java"))
                .filter(source -> source.lines().contains("@NullMarked"))
                .map(Source::folder)
                .collect(Collectors.toSet());
        Set<Path> packages = sources.stream().map(Source::folder).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages)
                .hasSizeGreaterThan(10)
                .allSatisfy(folder -> assertThat(marked).contains(folder));
    }

    /** The SDK runs in other people's JVMs, whose locale is theirs. */
    @Test
    void ofTheSdkWriteNumbersWithTheSameDigitsEverywhere() {
        List<Source> sdk = Sources.java().stream()
                .filter(source -> source.place().startsWith("workflow-sdk"))
                .toList();
        assertThat(sdk).hasSizeGreaterThan(100);
        assertThat(sdk.stream().flatMap(SourcesTest::localDigits))
                .as("use %s or Locale.ROOT: the digits of %d are Arabic, Thai or others where the locale says so")
                .isEmpty();
    }

    private static Stream<String> localDigits(Source source) {
        List<String> lines = source.lines();
        return IntStream.range(0, lines.size())
                .filter(i -> LOCAL_DIGITS.matcher(lines.get(i)).find()
                        && !lines.get(i).contains("Locale.ROOT"))
                .mapToObj(
                        i -> source.place() + ":" + (i + 1) + " " + lines.get(i).strip());
    }
}
