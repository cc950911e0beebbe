package org.cartulary.ops.bench;

/** What the service, its clients and the driver hold in memory when nothing is left to collect. */
record Heap(long bytes) {

    private static final double FLAT = 1.2;

    static Heap now() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return new Heap(runtime.totalMemory() - runtime.freeMemory());
    }

    /** Whether it is what it was when this was measured. */
    Bar flat(String load) {
        return Bar.atMost(
                load + ", heap", FLAT, "that before, %,d MB".formatted(bytes >> 20), (double) now().bytes / bytes);
    }
}
