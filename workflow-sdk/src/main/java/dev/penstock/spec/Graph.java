package dev.penstock.spec;

import java.util.List;
import java.util.Optional;

/** Steps in the order of their declaration, and what they yield together; handlers yield nothing. */
public record Graph(List<Node> nodes, Optional<Expression> result) {

    public Graph {
        nodes = List.copyOf(nodes);
    }

    public Optional<Node> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }
}
