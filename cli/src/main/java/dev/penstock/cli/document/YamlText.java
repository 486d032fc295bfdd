package dev.penstock.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Problems;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one YAML document; types follow YAML 1.2, where {@code no} is a text. */
public final class YamlText {

    private static final int DEEPEST = 200;

    private final Iterator<Event> events;
    private final Parts parts;
    private final YamlKeys keys;
    private final YamlAnchors anchors;

    private YamlText(String text, Parts parts) {
        this.events = new Parse(LoadSettings.builder()
                        .setCodePointLimit(TextFile.MOST_BYTES)
                        .build())
                .parseString(text)
                .iterator();
        this.parts = parts;
        this.keys = new YamlKeys(parts);
        this.anchors = new YamlAnchors();
    }

    /** The document, unless its form is wrong. */
    public static Optional<Document> read(String name, String text, Problems problems) {
        Parts parts = new Parts(name, problems);
        try {
            return new YamlText(text, parts).document();
        } catch (YamlRefusal refusal) {
            parts.problem(refusal.place(), refusal.sentence(), refusal.remedy());
        } catch (MarkedYamlEngineException e) {
            YamlRefusal refusal = YamlRefusal.of(e);
            parts.problem(refusal.place(), refusal.sentence(), refusal.remedy());
        } catch (YamlEngineException e) {
            parts.problem(null, "This is not YAML: %s.".formatted(e.getMessage()), "Save it as plain UTF-8 text.");
        }
        return Optional.empty();
    }

    private Optional<Document> document() {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            parts.problem(null, "There is nothing in it.", "Write lines of the form \"name: value\".");
            return Optional.empty();
        }
        JsonNode json = value(events.next(), "$", 0);
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            parts.problem(
                    YamlMarks.start(after),
                    "A second document begins here.",
                    "Keep one document per file, without \"---\" between its lines.");
        }
        return Optional.of(parts.with(json));
    }

    private JsonNode value(Event event, String path, int depth) {
        Place place = YamlMarks.start(event);
        if (depth > DEEPEST) {
            throw new YamlRefusal(
                    place, "This is nested deeper than %s levels.".formatted(DEEPEST), "Make it flatter.");
        }
        parts.value(path, place);
        if (event instanceof AliasEvent alias) {
            return anchors.get(alias, place);
        }
        if (event instanceof CollectionStartEvent collection) {
            refuseTag(collection, place);
        }
        anchors.begin(place);
        JsonNode json = switch (event) {
            case MappingStartEvent mapping -> mapping(path, depth);
            case SequenceStartEvent sequence -> sequence(path, depth);
            case ScalarEvent scalar -> scalar(scalar, place);
            default -> throw new IllegalStateException("not a value: " + event);
        };
        anchors.end((NodeEvent) event, json);
        return json;
    }

    private ObjectNode mapping(String path, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Optional<String> name = keys.name(event);
            if (name.isEmpty()) {
                skipKey(event, path, depth);
                value(events.next(), path, depth + 1);
                continue;
            }
            String at = path + "." + name.get();
            parts.key(object, name.get(), at, YamlMarks.start(event));
            object.set(name.get(), value(events.next(), at, depth + 1));
        }
        return object;
    }

    private void skipKey(Event key, String path, int depth) {
        if (key instanceof CollectionStartEvent) {
            value(key, path, depth + 1);
        }
    }

    private ArrayNode sequence(String path, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            array.add(value(event, path + "[" + array.size() + "]", depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarEvent scalar, Place place) {
        return YamlScalars.json(scalar).orElseGet(() -> {
            unknownTag(scalar.getTag().orElse("!"), place);
            return NullNode.instance;
        });
    }

    private void refuseTag(CollectionStartEvent collection, Place place) {
        collection
                .getTag()
                .filter(tag -> !tag.equals("!") && !tag.equals(Tag.MAP.getValue()) && !tag.equals(Tag.SEQ.getValue()))
                .ifPresent(tag -> unknownTag(tag, place));
    }

    private void unknownTag(String tag, Place place) {
        parts.problem(place, "The tag %s is not known.".formatted(tag), "Write the plain value, without a tag.");
    }
}
