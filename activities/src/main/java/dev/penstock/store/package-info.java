/** Bytes under the digest of what they are, for values and specs that are too big to travel. */
@NullMarked
package dev.penstock.store;

import org.jspecify.annotations.NullMarked;
