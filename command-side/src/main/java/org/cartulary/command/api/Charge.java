package org.cartulary.command.api;

import jakarta.servlet.http.HttpServletRequest;

/** What the commands of a batch cost its sender, beyond the first, which the request itself has paid for. */
@FunctionalInterface
public interface Charge {

    /** The attribute of a request under which whoever limits its sender puts it. */
    String ATTRIBUTE = Charge.class.getName();

    void take(long commands);

    static Charge of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Charge charge ? charge : commands -> {};
    }
}
