package org.cartulary.ops.architecture.sample.projection;

/** What others must not know. */
public final class SomeProjection {}
