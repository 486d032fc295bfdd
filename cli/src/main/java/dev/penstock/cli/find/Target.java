package dev.penstock.cli.find;

import dev.penstock.flow.Pipeline;
import dev.penstock.spec.Spec;
import java.util.Optional;

/** A pipeline that was found: its spec, its code where that is at hand, and where it comes from. */
public record Target(Spec spec, Optional<Pipeline<?, ?>> pipeline, String origin) {}
