package org.cartulary.command.kernel;

/** An aggregate in memory lacked events that another node has stored: it was dropped, and the command is decided again. */
final class MemoryOutdated extends RuntimeException {

    MemoryOutdated(String stream) {
        super(stream + " has moved on", null, false, false);
    }
}
