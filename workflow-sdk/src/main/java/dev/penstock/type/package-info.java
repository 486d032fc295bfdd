/** Describes what flows between steps: types, and values of them as JSON. */
@NullMarked
package dev.penstock.type;

import org.jspecify.annotations.NullMarked;
