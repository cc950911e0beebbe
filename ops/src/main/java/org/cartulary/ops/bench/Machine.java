package org.cartulary.ops.bench;

/**
 * Where a run took place, and on what.
 *
 * @param projected whether projections followed meanwhile
 * @param events that the ledger held
 */
record Machine(int cores, long heapMegabytes, String java, String postgresql, boolean projected, long events) {

    static Machine of(MeasuredService service) {
        var runtime = Runtime.getRuntime();
        return new Machine(
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                Runtime.version().toString(),
                service.serverVersion(),
                service.projects(),
                service.events());
    }

    String sentence() {
        return "%d cores, Java %s with %,d MB of heap at most, PostgreSQL %s, %s, %,d events at first."
                .formatted(
                        cores,
                        java,
                        heapMegabytes,
                        postgresql,
                        projected ? "projections follow" : "without projections",
                        events);
    }
}
