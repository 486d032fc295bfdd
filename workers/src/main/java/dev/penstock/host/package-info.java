/** The process that does the work: hosts interpreter and activities on task queues. */
@NullMarked
package dev.penstock.host;

import org.jspecify.annotations.NullMarked;
