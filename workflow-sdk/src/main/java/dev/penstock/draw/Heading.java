package dev.penstock.draw;

import dev.penstock.draw.Drawing.Cluster;
import java.util.List;

/** The title of a cluster: its name, and what it does where nothing inside says so. */
final class Heading {

    private Heading() {}

    static List<Phrase> of(Cluster cluster, double room) {
        String detail = cluster.kind() == Kind.CHOICE ? "" : cluster.detail();
        return Phrase.line(new Phrase(Face.TITLE, cluster.name()), new Phrase(Face.TITLE_DETAIL, detail), room);
    }
}
