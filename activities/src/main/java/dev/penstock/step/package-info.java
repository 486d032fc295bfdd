/** What runs the steps that are no code of the application: containers and Kubernetes resources. */
@NullMarked
package dev.penstock.step;

import org.jspecify.annotations.NullMarked;
