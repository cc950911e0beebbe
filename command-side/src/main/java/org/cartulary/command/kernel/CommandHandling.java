package org.cartulary.command.kernel;

/** A class whose {@code @CommandHandler} methods post commands; one per capability. */
public interface CommandHandling {}
