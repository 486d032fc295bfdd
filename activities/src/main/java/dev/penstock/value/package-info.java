/** Values as they travel between steps: JSON, or a reference to JSON in the store. */
@NullMarked
package dev.penstock.value;

import org.jspecify.annotations.NullMarked;
