package dev.penstock.server;

/** Names the environment variable that holds an API key, so that the key itself stands in no file and no log. */
public record ApiKey(String variable) {

    public ApiKey {
        if (variable.isBlank()) {
            throw new IllegalArgumentException("an API key needs the name of an environment variable");
        }
    }
}
