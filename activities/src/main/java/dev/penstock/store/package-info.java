/** Where values and specs go that are too big to travel: bytes under the digest of what they are. */
@NullMarked
package dev.penstock.store;

import org.jspecify.annotations.NullMarked;
