package org.cartulary.ops.architecture.sample.ops;

/** Breaks: only commands print. */
public final class ReportPrinter {
    public void print() {
        System.out.println("Who reads this?");
    }
}
