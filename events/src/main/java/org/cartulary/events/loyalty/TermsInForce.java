package org.cartulary.events.loyalty;

import java.time.LocalDate;

/**
 * The terms that decided, so that a later reader can decide again.
 *
 * @param number counts from 1 within the programme
 * @param from the first date on which they are in force
 */
public record TermsInForce(int number, LocalDate from) {}
