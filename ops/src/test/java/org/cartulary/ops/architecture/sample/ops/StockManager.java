package org.cartulary.ops.architecture.sample.ops;

/** Breaks: a class is named for what it does. */
public final class StockManager {}
