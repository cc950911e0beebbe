package org.cartulary.ops.architecture.sample.events.stock;

/** Breaks with its only member: events are records. */
public sealed interface UnrecordedEvent {
    /** Has no components to compare and to write. */
    final class SomethingHappened implements UnrecordedEvent {}
}
