/** The Temporal server that runs execute on: in this process, on this machine or elsewhere. */
@NullMarked
package dev.penstock.server;

import org.jspecify.annotations.NullMarked;
