package dev.penstock.cache;

import dev.penstock.spec.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What to do about what is under a key. */
sealed interface Decision {

    record Use(Entry.Done done) implements Decision {}

    record Wait(Owner owner) implements Decision {}

    /**
     * Compute it.
     *
     * @param before a result that others may use until it is there
     */
    record Compute(Reason reason, Optional<Entry.Done> before) implements Decision {}

    /**
     * What decides.
     *
     * @param waited whether somebody else computed it since this was asked, so that the result is as new as asked for
     * @param loss what is wrong with a result, if anything
     */
    record Facts(
            Cache.Ask ask, Instant now, boolean waited, Owners owners, Function<Entry.Done, Optional<String>> loss) {

        /** Where there is an entry that can be read. */
        Decision of(Entry entry) {
            return switch (entry) {
                case Entry.Done done -> of(done);
                case Entry.Released released ->
                    new Compute(new Reason.Failed(released.by().words()), Optional.empty());
                case Entry.Forgotten forgotten -> new Compute(new Reason.Forgotten(), Optional.empty());
                case Entry.Claimed claimed -> of(claimed);
            };
        }

        private Decision of(Entry.Done done) {
            Optional<String> lost = loss.apply(done);
            if (lost.isPresent()) {
                return new Compute(new Reason.Lost(lost.get()), Optional.empty());
            }
            if (ask.refresh() && !waited) {
                return new Compute(new Reason.Refreshed(), Optional.of(done));
            }
            Duration age = Duration.between(done.made(), now);
            boolean old = ask.ttl().filter(ttl -> age.compareTo(ttl) > 0).isPresent();
            return old ? new Compute(new Reason.Expired(Words.of(age)), Optional.of(done)) : new Use(done);
        }

        private Decision of(Entry.Claimed claimed) {
            Optional<Decision> useful = claimed.before()
                    .filter(done -> !ask.refresh())
                    .map(this::of)
                    .filter(Use.class::isInstance);
            if (useful.isPresent()) {
                return useful.get();
            }
            Owner owner = claimed.owner();
            if (owner.isSameWork(ask.owner()) || !owners.isAlive(owner)) {
                return new Compute(new Reason.Abandoned(owner.words()), claimed.before());
            }
            return new Wait(owner);
        }
    }
}
