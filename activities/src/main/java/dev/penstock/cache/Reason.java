package dev.penstock.cache;

/** Why a result is computed although there is a cache. */
public sealed interface Reason {

    /** Nobody has computed it yet. */
    record New() implements Reason {}

    /** The step asks for it. */
    record Refreshed() implements Reason {}

    /** The result is older than the step allows. */
    record Expired(String age) implements Reason {}

    /** The entry is damaged, or what it refers to is damaged or gone. */
    record Lost(String what) implements Reason {}

    /** Who began to compute it is no longer at work. */
    record Abandoned(String by) implements Reason {}

    /** Who computed it last failed. */
    record Failed(String by) implements Reason {}

    /** The result was removed to make room. */
    record Forgotten() implements Reason {}

    /** For people. */
    default String words() {
        return switch (this) {
            case New nothing -> "no result with this key";
            case Refreshed refreshed -> "to be refreshed";
            case Expired expired -> "the result was %s old".formatted(expired.age());
            case Lost lost -> "the result is lost: " + lost.what();
            case Abandoned abandoned -> "%s ended without a result".formatted(abandoned.by());
            case Forgotten forgotten -> "the result was removed from the cache to make room";
            case Failed failed -> "%s failed".formatted(failed.by());
        };
    }
}
