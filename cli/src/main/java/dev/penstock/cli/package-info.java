/** The {@code penstock} command: one class per subcommand, which knows its options, and one that does the work. */
@NullMarked
package dev.penstock.cli;

import org.jspecify.annotations.NullMarked;
