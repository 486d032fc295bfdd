package dev.penstock.cli.find;

import dev.penstock.flow.Pipeline;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks the classes that are pipelines by their headers, so that no other class has to be loaded. */
final class Candidates {

    private final Map<String, ClassHeader> headers = new HashMap<>();
    private final Map<String, Boolean> pipelines = new HashMap<>();
    private final ClassLoader loader;

    /** The loader is asked about supertypes that are not among the headers. */
    Candidates(Collection<ClassHeader> headers, ClassLoader loader) {
        headers.forEach(header -> this.headers.put(header.name(), header));
        this.loader = loader;
    }

    /** The names of the classes that could be made, in alphabetical order. */
    List<String> names() {
        return headers.values().stream()
                .filter(header -> !header.isAbstract())
                .map(ClassHeader::name)
                .filter(this::isPipeline)
                .sorted()
                .toList();
    }

    private boolean isPipeline(String name) {
        Boolean known = pipelines.get(name);
        if (known != null) {
            return known;
        }
        // A class that is its own ancestor is broken, and at any rate no pipeline.
        pipelines.put(name, false);
        ClassHeader header = headers.get(name);
        boolean is = header == null
                ? isPipelineElsewhere(name)
                : header.parents().stream().anyMatch(this::isPipeline);
        pipelines.put(name, is);
        return is;
    }

    private boolean isPipelineElsewhere(String name) {
        if (name.equals(Pipeline.class.getName())) {
            return true;
        }
        if (name.startsWith("java.")) {
            return false;
        }
        try {
            return Pipeline.class.isAssignableFrom(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
