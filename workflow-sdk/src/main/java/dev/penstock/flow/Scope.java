package dev.penstock.flow;

import dev.penstock.spec.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One graph while it is taken down; values made in it can be used in it and in the bodies inside. */
final class Scope {

    private final @Nullable Scope parent;
    private final String name;
    private final String remedy;
    private final List<Node> nodes = new ArrayList<>();

    private Scope(@Nullable Scope parent, String name, String remedy) {
        this.parent = parent;
        this.name = name;
        this.remedy = remedy;
    }

    /** Holds nothing but the input of the pipeline. */
    static Scope input() {
        return new Scope(null, "the pipeline's input", "");
    }

    Scope graph() {
        return new Scope(
                this,
                "the pipeline's steps",
                "A handler may use the pipeline's input and what it is told, since no other value is sure to exist.");
    }

    Scope body(String description) {
        return new Scope(this, description, "Let the body yield it: what the body returns is what the step yields.");
    }

    boolean canSee(Scope other) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope == other) {
                return true;
            }
        }
        return false;
    }

    void add(Node node) {
        nodes.add(node);
    }

    List<Node> nodes() {
        return nodes;
    }

    String description() {
        return name;
    }

    String remedy() {
        return remedy;
    }
}
