/** Processes that outlive the one that has started them: who they are, where they listen, one starter at a time. */
@NullMarked
package dev.penstock.daemon;

import org.jspecify.annotations.NullMarked;
