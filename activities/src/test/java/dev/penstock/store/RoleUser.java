package dev.penstock.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process that has no keys of its own: writes an object for each line that it reads, and says how that went. */
final class RoleUser {

    private RoleUser() {}

    public static void main(String... arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ObjectStore store = ObjectStores.open(arguments[0], System.getenv())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    store.write(line, line.getBytes(StandardCharsets.UTF_8));
                    System.out.println("wrote " + line);
                } catch (BlobException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }
}
