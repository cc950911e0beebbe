package org.cartulary.ops.architecture.sample.events.stock;

/** Breaks: families of events are sealed. */
public interface OpenEvent {}
