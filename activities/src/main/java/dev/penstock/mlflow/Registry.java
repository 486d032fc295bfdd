package dev.penstock.mlflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;

/** Registered models in MLflow. A version is there once, however often its registration is tried. */
public final class Registry {

    private static final Pattern NAME = Pattern.compile("[\\w][\\w .-]{0,199}");
    private static final String FOLDER = "model";
    private static final int MOST = 100;
    private static final String CHAMPION = "champion";
    private static final String PREVIOUS = "previous";

    private final Tracking tracking;

    public Registry(Tracking tracking) {
        this.tracking = tracking;
    }

    /** The version with this key, which is made where it was not yet. */
    public RegisteredVersion register(Registration wanted) throws InterruptedException {
        requireName(wanted.model());
        return tracking.guarded(() -> {
            if (versions(wanted).isEmpty()) {
                tracking.upload(wanted.run(), FOLDER, wanted.content());
                createInModel(wanted);
            }
            return version(wanted.model(), onlyOne(wanted));
        });
    }

    /** Makes a version the champion; the one until then becomes the previous. The same again changes nothing. */
    public void promote(String model, int version) throws InterruptedException {
        tracking.guarded(() -> {
            Optional<String> before = aliased(model, CHAMPION);
            String wanted = Integer.toString(version);
            if (before.isPresent() && !before.get().equals(wanted)) {
                alias(model, PREVIOUS, before.get());
            }
            alias(model, CHAMPION, wanted);
            return wanted;
        });
    }

    /** The version that is known by this name. */
    private Optional<String> aliased(String model, String alias) throws InterruptedException {
        return tracking.client().call(api -> api.getRegisteredModel(model).getAliasesList()).stream()
                .filter(known -> known.getAlias().equals(alias))
                .map(RegisteredModelAlias::getVersion)
                .findFirst();
    }

    private void alias(String model, String alias, String version) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", model).put("alias", alias).put("version", version);
        tracking.client().call(api -> api.sendPost("registered-models/alias", body.toString()));
    }

    /**
     * All that is kept of every version of every model and of the run that has made it, as JSON.
     *
     * @return how many versions there are
     */
    public long tell(Consumer<String> text) throws InterruptedException {
        return tracking.guarded(() -> new RegistryTexts(tracking.client(), MOST, text).tell());
    }

    private static void requireName(String model) {
        if (!NAME.matcher(model).matches()) {
            throw new FaultException(Fault.lasting(
                    FaultKind.USER,
                    "A registered model cannot be called \"%s\".".formatted(model),
                    "Use letters, digits, spaces, dots, hyphens and underscores."));
        }
    }

    private void createInModel(Registration wanted) throws InterruptedException {
        try {
            create(wanted);
        } catch (MlflowException e) {
            if (!e.is("RESOURCE_DOES_NOT_EXIST")) {
                throw e;
            }
            model(wanted.model());
            create(wanted);
        }
    }

    private void model(String name) throws InterruptedException {
        try {
            tracking.rest()
                    .post(
                            "registered-models/create",
                            JsonNodeFactory.instance.objectNode().put("name", name));
        } catch (MlflowException e) {
            if (!e.is("RESOURCE_ALREADY_EXISTS")) {
                throw e;
            }
        }
    }

    private List<Integer> versions(Registration wanted) throws InterruptedException {
        String filter = "name = %s and %s".formatted(Names.quoted(wanted.model()), Names.hasKey(wanted.key()));
        return tracking
                .client()
                .call(api -> api.searchModelVersions(filter, MOST, List.of("version_number ASC"))
                        .getItems())
                .stream()
                .map(ModelVersion::getVersion)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /** Sent once: that an answer was lost is found out by looking. */
    private void create(Registration wanted) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", wanted.model());
        body.put("source", "%s/%s".formatted(wanted.run().artifacts(), FOLDER));
        body.put("run_id", wanted.run().id());
        ArrayNode tags = body.putArray("tags");
        Tracking.tag(tags, Names.KEY, wanted.key());
        wanted.tags().forEach((name, value) -> Tracking.tag(tags, name, value));
        tracking.rest().post("model-versions/create", body);
    }

    /** An earlier attempt, whose answer was lost, may have come through after this one had looked. */
    private int onlyOne(Registration wanted) throws InterruptedException {
        List<Integer> versions = versions(wanted);
        if (versions.isEmpty()) {
            throw MlflowException.silent(tracking.mlflow().address(), "it forgot the version that it made", null);
        }
        for (int version : versions.subList(1, versions.size())) {
            tracking.rest()
                    .delete(
                            "model-versions/delete",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("name", wanted.model())
                                    .put("version", Integer.toString(version)));
        }
        return versions.getFirst();
    }

    private RegisteredVersion version(String model, int version) {
        String name = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        return new RegisteredVersion(
                model,
                version,
                URI.create(
                        "%s/#/models/%s/versions/%s".formatted(tracking.mlflow().address(), name, version)));
    }
}
