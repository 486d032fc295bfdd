package dev.penstock.draw;

import dev.penstock.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A pipeline as boxes, frames around them and arrows between them, before anything has a place or a size. */
public record Drawing(String name, String description, List<Shape> shapes, List<Arrow> arrows) {

    public Drawing {
        name = Label.clean(name);
        description = Label.clean(description);
        shapes = List.copyOf(shapes);
        arrows = List.copyOf(arrows);
    }

    public static Drawing of(Spec spec) {
        return new DrawingBuilder().build(spec);
    }

    /** Every box and every cluster, each cluster before what is in it. */
    public Stream<Shape> everything() {
        return shapes.stream().flatMap(Drawing::unfold);
    }

    /** How many steps there are, those in bodies included. */
    public long stepCount() {
        return everything().filter(shape -> shape.kind().isStep()).count();
    }

    private static Stream<Shape> unfold(Shape shape) {
        return switch (shape) {
            case Box box -> Stream.of(box);
            case Cluster cluster ->
                Stream.concat(Stream.of(cluster), cluster.shapes().stream().flatMap(Drawing::unfold));
        };
    }

    /** Something with a border at which arrows can start and end. */
    public sealed interface Shape {

        /** A short name that is unique in the drawing. */
        String id();

        Kind kind();

        /** The names of the steps around it and its own, joined by slashes; empty for what is no step. */
        String path();

        String name();
    }

    /** A step without a body, or an end of a graph. */
    public record Box(
            String id,
            Kind kind,
            String path,
            String name,
            List<String> details,
            List<String> marks,
            List<String> reads)
            implements Shape {

        public Box {
            path = Label.clean(path);
            name = Label.clean(name);
            details = Label.clean(details);
            marks = Label.clean(marks);
            reads = Label.clean(reads);
        }

        /** The same box with one more detail. */
        Box telling(String detail) {
            List<String> more =
                    Stream.concat(details.stream(), Stream.of(detail)).toList();
            return new Box(id, kind, path, name, more, marks, reads);
        }
    }

    /** A frame around the body of a step, or around a handler. */
    public record Cluster(
            String id,
            Kind kind,
            String path,
            String name,
            String detail,
            List<String> reads,
            Optional<String> yields,
            List<Shape> shapes)
            implements Shape {

        public Cluster {
            path = Label.clean(path);
            name = Label.clean(name);
            detail = Label.clean(detail);
            reads = Label.clean(reads);
            yields = yields.map(Label::clean);
            shapes = List.copyOf(shapes);
        }

        public String title() {
            return detail.isEmpty() ? name : name + ": " + detail;
        }

        Cluster holding(List<Shape> others) {
            return new Cluster(id, kind, path, name, detail, reads, yields, others);
        }
    }

    /** From where something is made to where it is needed; both are ids of shapes. */
    public record Arrow(String from, String to, String label, Reason reason) {

        public Arrow {
            label = Label.clean(label);
        }
    }

    /** Why a shape comes after another. */
    public enum Reason {
        /** It reads what the other yields. */
        DATA,
        /** It only awaits the end of the other. */
        ORDER,
        /** The other decides whether it happens. */
        CHOICE
    }
}
