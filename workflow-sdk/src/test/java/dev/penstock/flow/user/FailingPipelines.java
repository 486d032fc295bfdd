package dev.penstock.flow.user;

import com.fasterxml.jackson.core.JsonPointer;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.option.PipelineSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pipelines that cannot describe themselves. */
final class FailingPipelines {

    private FailingPipelines() {}

    static class Sound implements Pipeline<String, String> {
        @Override
        public Value<String> define(Flow flow, Value<String> in) {
            return in;
        }
    }

    static final class NameThrows extends Sound {
        @Override
        public String name() {
            throw new IllegalStateException("no name today.");
        }
    }

    static final class NameNull extends Sound {
        @Override
        public String name() {
            return null;
        }
    }

    static final class NameWrong extends Sound {
        @Override
        public String name() {
            return "Sound Pipeline";
        }
    }

    static final class SettingsThrow extends Sound {
        @Override
        public PipelineSettings settings() {
            return PipelineSettings.none().budget("25,00");
        }
    }

    static final class SettingsNull extends Sound {
        @Override
        public PipelineSettings settings() {
            return null;
        }
    }

    static final class DefaultsThrow extends Sound {
        @Override
        public Optional<String> defaults() {
            return Optional.of(List.<String>of().getFirst());
        }
    }

    static final class DefaultsNull extends Sound {
        @Override
        @SuppressWarnings("OptionalAssignedToNull")
        public Optional<String> defaults() {
            return null;
        }
    }

    static final class ResultNull extends Sound {
        @Override
        public Value<String> define(Flow flow, Value<String> in) {
            return null;
        }
    }

    static final class DefinitionThrows extends Sound {
        @Override
        public Value<String> define(Flow flow, Value<String> in) {
            throw new ExceptionInInitializerError("no configuration");
        }
    }

    static final class DefinitionWithoutEnd extends Sound {
        @Override
        @SuppressWarnings("InfiniteRecursion")
        public Value<String> define(Flow flow, Value<String> in) {
            return define(flow, in);
        }
    }

    static final class LibraryThrows extends Sound {
        @Override
        @SuppressWarnings("deprecation")
        public Value<String> define(Flow flow, Value<String> in) {
            return Value.of(JsonPointer.compile("no pointer").toString());
        }
    }

    record Holding(String text, List<String> texts) {}

    static final class DefaultsWithNullInside implements Pipeline<Holding, String> {
        @Override
        public Value<String> define(Flow flow, Value<Holding> in) {
            return in.get(Holding::text);
        }

        @Override
        public Optional<Holding> defaults() {
            return Optional.of(new Holding(null, List.of()));
        }
    }

    record Place(Path path) {}

    static final class InputCannotFlow implements Pipeline<Place, String> {
        @Override
        public Value<String> define(Flow flow, Value<Place> in) {
            return Value.text("{}", in.get(Place::path));
        }
    }

    static final class OutputCannotFlow implements Pipeline<String, Path> {
        @Override
        public Value<Path> define(Flow flow, Value<String> in) {
            return Value.of(Path.of("x"));
        }
    }

    static final class Untyped<T> implements Pipeline<T, T> {
        @Override
        public Value<T> define(Flow flow, Value<T> in) {
            return in;
        }
    }
}
