package dev.penstock.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads all that a registry has, page by page, as it stands there.
 *
 * @param page how many models or versions are asked for at once
 */
record RegistryTexts(Client client, int page, Consumer<String> text) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** How many versions there are. */
    long tell() throws InterruptedException {
        Pages models = new Pages("registered-models/search?max_results=" + page);
        while (models.hasMore()) {
            models.next();
        }
        Pages versions = new Pages("model-versions/search?max_results=" + page);
        Set<String> runs = new HashSet<>();
        long count = 0;
        while (versions.hasMore()) {
            for (JsonNode version : versions.next().path("model_versions")) {
                count++;
                String run = version.path("run_id").asText();
                if (!run.isEmpty() && runs.add(run)) {
                    run(run);
                }
            }
        }
        return count;
    }

    /** A version may outlive the run that has made it. */
    private void run(String run) throws InterruptedException {
        try {
            get("runs/get?run_id=" + encoded(run));
        } catch (MlflowException e) {
            if (!e.is("RESOURCE_DOES_NOT_EXIST")) {
                throw e;
            }
        }
    }

    private JsonNode get(String call) throws InterruptedException {
        String answer = client.call(api -> api.sendGet(call));
        text.accept(answer);
        try {
            return MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            throw MlflowException.refused(0, "", "its answer to %s is no JSON".formatted(call));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The pages of one search. */
    private final class Pages {

        private final String search;
        private String token = "";
        private boolean more = true;

        Pages(String search) {
            this.search = search;
        }

        boolean hasMore() {
            return more;
        }

        JsonNode next() throws InterruptedException {
            JsonNode page = get(token.isEmpty() ? search : "%s&page_token=%s".formatted(search, encoded(token)));
            token = page.path("next_page_token").asText();
            more = !token.isEmpty();
            return page;
        }
    }
}
