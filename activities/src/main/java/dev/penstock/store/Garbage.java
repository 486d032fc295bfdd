package dev.penstock.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds contents that nothing refers to any more.
 *
 * <p>Whatever looks like a digest counts as a reference, wherever it stands: in what the roots say, in the cache, and in
 * the values and lists of folders that are referred to themselves. So too much is kept rather than too little.
 */
public record Garbage(ObjectStore objects) {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String FILES = Artifacts.FILES + "/";
    private static final String FOLDERS = Artifacts.FOLDERS + "/";
    private static final String CACHE = "cache/";

    /** Values and lists are small; what is bigger is the file of a user, and refers to nothing. */
    private static final long MOST_BYTES_OF_A_VALUE = 64L << 20;

    /** What was found: objects to remove, and how much is to stay. */
    public record Found(List<Entry> garbage, long kept) {
        public long bytes() {
            return garbage.stream().mapToLong(Entry::bytes).sum();
        }
    }

    /** What no root refers to and is older; younger contents may be about to be referred to. */
    public Found find(Collection<String> roots, Instant olderThan) {
        List<Entry> contents = contents();
        Set<String> marked = mark(roots, contents);
        List<Entry> garbage = contents.stream()
                .filter(entry -> entry.changed().isBefore(olderThan))
                .filter(entry -> !marked.contains(digest(entry)))
                .toList();
        return new Found(garbage, contents.size() - garbage.size());
    }

    /** Removes it: lists of folders first, so that no list is without its files for long. */
    public void remove(Found found) {
        found.garbage().forEach(entry -> objects.delete(entry.name()));
    }

    private List<Entry> contents() {
        List<Entry> all = new ArrayList<>(objects.list(FOLDERS));
        all.addAll(objects.list(FILES));
        return all;
    }

    private Set<String> mark(Collection<String> roots, List<Entry> contents) {
        Map<String, Entry> known = new HashMap<>();
        contents.forEach(entry -> known.put(digest(entry), entry));
        Deque<String> open = new ArrayDeque<>();
        Set<String> marked = new HashSet<>();
        roots.forEach(text -> note(text, open, marked));
        objects.list(CACHE).forEach(entry -> note(text(entry), open, marked));
        while (!open.isEmpty()) {
            Entry entry = known.get(open.pop());
            if (entry != null && entry.bytes() <= MOST_BYTES_OF_A_VALUE) {
                note(text(entry), open, marked);
            }
        }
        return marked;
    }

    private static void note(String text, Deque<String> open, Set<String> marked) {
        Matcher matcher = DIGEST.matcher(text);
        while (matcher.find()) {
            if (marked.add(matcher.group())) {
                open.push(matcher.group());
            }
        }
    }

    private String text(Entry entry) {
        return objects.read(entry.name())
                .map(found -> new String(found.bytes(), StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    private static String digest(Entry entry) {
        return "sha256:" + entry.name().substring(entry.name().indexOf('/') + 1).replace("/", "");
    }
}
