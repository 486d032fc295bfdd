package dev.penstock.runs;

import dev.penstock.store.Mentions;
import io.temporal.client.WorkflowClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the workflows of a server refer to.
 *
 * @param workflows how many there are
 * @param unreadable those of which a part cannot be decoded here, and how that is encoded
 * @param atWorkSince since when the oldest of those runs that have not ended
 */
public record RememberedRuns(
        long workflows, Mentions mentions, List<String> unreadable, Optional<Instant> atWorkSince) {

    public RememberedRuns {
        unreadable = List.copyOf(unreadable);
    }

    /** Of all in the client's namespace, children included. */
    public static RememberedRuns of(WorkflowClient client) {
        return new ServerTexts(client).read();
    }
}
