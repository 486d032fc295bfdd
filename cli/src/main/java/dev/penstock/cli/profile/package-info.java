/** Reads {@code penstock.yaml}: what the pipelines are to run on. */
@NullMarked
package dev.penstock.cli.profile;

import org.jspecify.annotations.NullMarked;
