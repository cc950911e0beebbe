package org.cartulary.ops.architecture.sample.events;

import org.springframework.http.HttpStatus;

/** Breaks: facts are free of Axon and Spring. */
public record FactOfAFramework(HttpStatus status) {}
