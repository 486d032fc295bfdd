package dev.penstock.testing.run;

import dev.penstock.flow.FaultKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a function or service may do that nobody expects, and words of what a person is then told. */
@SuppressWarnings("ImmutableEnumChecker") // Its lambdas capture nothing.
enum Hostility {
    RETURNS_NULL(() -> Odd.nothing(), "::behave returned null.", "Return a value"),
    RETURNS_A_NULL_INSIDE(() -> Odd.holding(Odd.nothing()), "the value.parts.part is null", "Optional"),
    RETURNS_WHAT_IS_NO_JSON(() -> Odd.holding(new Thread()), "cannot flow on", "java.lang.Thread"),
    RETURNS_KEYS_THAT_ARE_NO_TEXT(() -> new Tree(1, "", Odd.keyedBy(7)), "cannot flow on", "keys", "Map<String, …>"),
    RETURNS_A_KEY_THAT_IS_NULL(() -> new Tree(1, "", Odd.keyedBy(Odd.nothing())), "cannot flow on", "keys"),
    RETURNS_A_CYCLE(() -> Odd.cycle(), "cannot flow on", "contains itself", "flatter"),
    RETURNS_FAR_TOO_DEEP(() -> Odd.deep(100_000), "cannot flow on", "nested", "flatter"),
    RETURNS_JUST_TOO_DEEP(() -> Odd.deep(495), "cannot flow on", "nested", "flatter"),
    RETURNS_HALF_A_CHARACTER_AS_KEY(
            () -> new Tree(1, "", Map.of("\ud83d", Tree.leaf())), "cannot flow on", "half a character"),
    RETURNS_WHAT_CANNOT_BE_READ(() -> Odd.holding(new Odd.Unreadable(1)), "cannot flow on", "no such weight"),
    RETURNS_WHAT_FAILS_LATER(() -> new Tree(1, "", new Odd.Failing()), "cannot flow on", "AssertionError: never ask"),
    THROWS_STACK_OVERFLOW(() -> Odd.endless(1), "StackOverflowError"),
    THROWS_OUT_OF_MEMORY(() -> Odd.thrown(new OutOfMemoryError("made by hand")), "OutOfMemoryError: made by hand"),
    THROWS_MUCH_TEXT(() -> Odd.thrown(new IllegalStateException("much ".repeat(200_000))), "much much", " …"),
    THROWS_MANY_EMOJIS(() -> Odd.thrown(new IllegalStateException("x" + "\ud83d\ude00".repeat(9_999))), " …"),
    THROWS_EMOJIS_ONE_OFF(() -> Odd.thrown(new IllegalStateException("\ud83d\ude00".repeat(9_999))), " …"),
    THROWS_HALF_A_CHARACTER(() -> Odd.thrown(new IllegalStateException("half \ud83d of it")), "half ? of it"),
    THROWS_WITHOUT_WORDS(() -> Odd.thrown(new Odd.Unspeakable()), "Unspeakable", "message cannot be read"),
    THROWS_WITHOUT_A_NAME(() -> Odd.thrown(Odd.nameless()), "Odd$", ": no name"),
    THROWS_A_LONG_CHAIN(() -> Odd.thrown(Odd.chain(20_000)), "IllegalStateException: cause 20000"),
    THROWS_AS_MUCH_AS_CAN_BE(() -> Odd.thrown(Odd.much()), "\u20ac\u20ac", " …"),
    THROWS_A_CYCLE(() -> Odd.thrown(Odd.circle()), "IllegalStateException: first of two"),
    THROWS_NO_EXCEPTION(() -> Odd.thrown(new Odd.Thing()), "Thing: neither exception nor error"),
    THROWS_AFTER_INTERRUPTING_ITSELF(() -> Odd.interrupting(), "IllegalStateException: interrupted by itself"),
    THROWS_A_REJECTION(() -> Odd.thrown(new Odd.Refused("negative petals")), "Refused: negative petals"),
    THROWS_A_REJECTION_WITHOUT_WORDS(() -> Odd.thrown(new Odd.RefusedUnspeakably()), "message cannot be read");

    /** What the methods return. */
    record Tree(double weight, String text, Map<String, Tree> parts) {
        static Tree leaf() {
            return new Tree(1, "", new TreeMap<>());
        }
    }

    /** Does it. */
    interface Act {
        Tree go() throws Throwable;
    }

    private final Act act;
    private final List<String> words;

    Hostility(Act act, String... words) {
        this.act = act;
        this.words = List.of(words);
    }

    Tree act() {
        try {
            return act.go();
        } catch (Throwable e) {
            throw Odd.sneaked(e);
        }
    }

    String[] words() {
        return words.toArray(String[]::new);
    }

    FaultKind kind() {
        return name().contains("REJECTION") ? FaultKind.REJECTED : FaultKind.USER;
    }
}
