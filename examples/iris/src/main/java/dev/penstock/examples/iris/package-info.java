/** The iris example: from raw data to a promoted classifier. */
@NullMarked
package dev.penstock.examples.iris;

import org.jspecify.annotations.NullMarked;
