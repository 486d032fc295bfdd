/** What clients ask of engines. */
@NullMarked
package dev.penstock.runs;

import org.jspecify.annotations.NullMarked;
