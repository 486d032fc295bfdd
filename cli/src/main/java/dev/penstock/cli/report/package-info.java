/** Brings what the steps of a run wrote for people to read to where they can open it. */
@NullMarked
package dev.penstock.cli.report;

import org.jspecify.annotations.NullMarked;
