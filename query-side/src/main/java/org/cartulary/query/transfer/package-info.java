/** What is on its way between locations, and what became of it. Reads schema {@code transfer}. Rules: rule book, "Transfers". */
package org.cartulary.query.transfer;
