/** Describes containers and Kubernetes resources as plain data: image, command, what they ask for, when they are done. */
@NullMarked
package dev.penstock.container;

import org.jspecify.annotations.NullMarked;
