package dev.penstock.cli.params;

import dev.penstock.cli.document.Document;

/** Where a part of an input was given. */
sealed interface Origin {

    /** Where the value at this path stands, for problems. */
    String where(String path);

    /** Where the key at this path stands. */
    default String whereKey(String path) {
        return where(path);
    }

    /** The same for a table. */
    String brief(String path);

    /** The name under which users know the value at a path: {@code depths[2]} for {@code $.depths[2]}. */
    static String name(String path) {
        return path.equals("$") ? "the input" : path.replaceFirst("^\\$\\.?", "");
    }

    /** The defaults that the pipeline declares. */
    record Defaults(String pipeline) implements Origin {

        @Override
        public String where(String path) {
            return "defaults of %s, %s".formatted(pipeline, name(path));
        }

        @Override
        public String brief(String path) {
            return "default";
        }
    }

    /** A file of parameters. */
    record InFile(Document document) implements Origin {

        @Override
        public String where(String path) {
            return "%s, %s".formatted(document.whereValue(path), name(path));
        }

        @Override
        public String whereKey(String path) {
            return "%s, %s".formatted(document.whereKey(path), name(path));
        }

        @Override
        public String brief(String path) {
            return document.whereValue(path);
        }
    }

    /** An option of the command line, and the path that it is about. */
    record Flag(String text, String about) implements Origin {

        @Override
        public String where(String path) {
            return path.equals(about) ? text : "%s, %s".formatted(text, name(path));
        }

        @Override
        public String brief(String path) {
            return text;
        }
    }

    /** It was not given. */
    record Nowhere() implements Origin {

        @Override
        public String where(String path) {
            return path.equals("$") ? name(path) : "parameter " + name(path);
        }

        @Override
        public String brief(String path) {
            return "";
        }
    }
}
