package org.cartulary.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.cartulary.command.access.AccessCommand.RecordDenial;
import org.cartulary.command.access.AccessRejection;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.DenialId;
import org.cartulary.events.kernel.Uuid7;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers a client that may not, 403, and records that it asked. */
final class Denials implements AccessDeniedHandler {

    private static final ClientId LEDGER = ClientId.of("ledger");

    private final Ledger ledger;
    private final Clock clock;

    Denials(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        var verdict = (Verdict) ((AuthorizationDeniedException) failure).getAuthorizationResult();
        record(request.getUserPrincipal().getName(), verdict);
        Refusal.of(
                        HttpStatus.FORBIDDEN,
                        AccessRejection.PERMISSION_MISSING.name(),
                        "no grant of this client gives "
                                + (verdict.permission() == null
                                        ? "any permission that it needs"
                                        : verdict.permission()))
                .writeTo(request, response);
    }

    private void record(String client, Verdict verdict) {
        var denial = new DenialId(Uuid7.random());
        ledger.submit(
                new Sender(LEDGER, "denial-" + denial, null, null, null, null),
                new RecordDenial(denial, ClientId.of(client), verdict.asked(), verdict.permission(), clock.instant()));
    }
}
