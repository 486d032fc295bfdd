package dev.penstock.type;

import dev.penstock.artifact.Artifact;
import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Metrics;
import dev.penstock.artifact.Model;
import dev.penstock.artifact.Report;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** Records of every shape that can flow between steps. */
final class Specimens {

    private Specimens() {}

    record Primitives(boolean yes, byte tiny, short small, int number, long big, float single, double exact) {}

    record Boxes(Boolean yes, Byte tiny, Short small, Integer number, Long big, Float single, Double exact) {}

    record Texts(String text, URI uri, UUID uuid, BigInteger integer, BigDecimal decimal) {}

    record Times(
            Duration duration,
            Period period,
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            YearMonth month,
            ZoneId zone) {}

    record East(ZoneOffset offset) {}

    record Features(URI uri, String digest) implements Dataset {}

    record Classifier(URI uri, String digest) implements Model {}

    record Kinds(Artifact any, Dataset dataset, Model model, Metrics metrics, Report report, Features own) {}

    record Containers(
            List<Integer> numbers,
            List<List<String>> nested,
            Map<String, Double> scores,
            SortedMap<String, List<Features>> byDay,
            Optional<Instant> since,
            List<Optional<Integer>> gaps,
            Map<String, Optional<Color>> colors) {}

    record Scored<T>(T value, double score) {}

    record Pair<A, B>(A left, B right) {}

    record Generic(Scored<Features> one, List<Scored<Scored<String>>> deep, Pair<Color, Map<String, Texts>> both) {}

    record Tree(String label, List<Tree> children) {}

    record Chain<T>(T head, Optional<Chain<T>> tail) {}

    record Empty() {}

    enum Color {
        RED,
        GREEN
    }

    enum Mood {
        GLAD {
            @Override
            boolean smiles() {
                return true;
            }
        },
        SAD;

        boolean smiles() {
            return false;
        }
    }

    sealed interface Shape permits Round, Square {
        String name();
    }

    sealed interface Round extends Shape permits Circle, Ellipse {}

    record Circle(String name, double radius) implements Round {}

    record Ellipse(String name, double width, double height) implements Round {}

    record Square(String name, int side) implements Shape {}

    record Drawing(List<Shape> shapes, Round round, Circle exactly, Optional<Mood> mood) {}

    sealed interface Result<T> permits Success, Failure {}

    record Success<T>(T value) implements Result<T> {}

    record Failure<T>(String message) implements Result<T> {}

    record Outcomes(Result<Integer> first, Map<String, Result<List<Shape>>> more) {}

    sealed interface Expression permits Constant, Sum {}

    record Constant(int value) implements Expression {}

    record Sum(Expression left, List<Expression> more) implements Expression {}

    /** Holds one of everything that is not generic. */
    record Everything(
            Primitives primitives, Boxes boxes, Texts texts, Times times, Kinds kinds, Containers containers) {}
}
