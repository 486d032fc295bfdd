/** Looks at Temporal's own pages as a person does. */
@NullMarked
package dev.penstock.ui;

import org.jspecify.annotations.NullMarked;
