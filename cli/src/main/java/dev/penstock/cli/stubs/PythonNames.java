package dev.penstock.cli.stubs;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives out names that Python takes, each once in its scope. */
final class PythonNames {

    private static final Set<String> KEYWORDS = words("""
            False None True and as assert async await break class continue def del elif else except finally for from
            global if import in is lambda nonlocal not or pass raise return try while with yield
            """);

    /** What the module itself uses. */
    private static final Set<String> OF_THE_MODULE = words("""
            Any Dict Enum Generic Iterable List Mapping NoReturn Optional Path Sequence Set Step SystemExit Tuple Type
            TypeVar Union annotations bool bytes checkpoint dataclass dict enumerate field float getattr hasattr int
            isinstance iter len list max min next object open print progress reject set sorted str try_again type
            """);

    /** What the annotations of fields use, which see the other fields first. */
    private static final Set<String> OF_ANNOTATIONS =
            words("Any Dict List Optional Path Union bool dataclass field float int self str");

    private static final Set<String> OF_ENUMS = words("mro name value");

    private final Set<String> taken;

    private PythonNames(Set<String> own, Collection<String> others) {
        taken = new HashSet<>(KEYWORDS);
        taken.addAll(own);
        taken.addAll(others);
    }

    static PythonNames ofModule() {
        return new PythonNames(OF_THE_MODULE, Set.of());
    }

    /** For the fields of one class; the types of the module must stay visible. */
    static PythonNames ofFields(Collection<String> types) {
        return new PythonNames(OF_ANNOTATIONS, types);
    }

    static PythonNames ofConstants() {
        return new PythonNames(OF_ENUMS, Set.of());
    }

    /** The name itself where Python takes it and nothing else has it, else one that is close to it. */
    String claim(String wanted) {
        String name = identifier(wanted);
        if (taken.contains(name)) {
            name += "_";
        }
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name.endsWith("_") ? name + i : name + "_" + i;
        }
        return free;
    }

    /** A leading underscore would make a field private to its class, and an enum's constant special. */
    private static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> Character.isLetter(c) || (c >= '0' && c <= '9') ? c : '_')
                .forEach(name::appendCodePoint);
        boolean startsWell = !name.isEmpty() && Character.isLetter(name.codePointAt(0));
        return startsWell ? name.toString() : "x" + name;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
