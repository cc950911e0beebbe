package org.cartulary.query.reservation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.query.kernel.MayBeMissing;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Page;
import org.cartulary.query.kernel.Paged;
import org.cartulary.query.kernel.Positioned;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnQueryNode
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reservations", description = "Units set aside for an owner until a time")
class ReservationApi {

    private static final String PROJECTION = "reservation";

    private final Reads reads;
    private final ReservationQuery reservations;

    ReservationApi(Reads reads, ReservationQuery reservations) {
        this.reads = reads;
        this.reservations = reservations;
    }

    @GetMapping("/v1/reservations/{reservation}")
    @Operation(operationId = "getReservation", summary = "One reservation")
    @Positioned
    @MayBeMissing
    ResponseEntity<Reservation> reservation(
            @Parameter(description = "The reservation's id") @PathVariable ReservationId reservation,
            @Parameter(hidden = true) Read read) {
        return reads.at(
                        PROJECTION,
                        read,
                        () -> reservations
                                .reservation(reservation.toString(), read.sight())
                                .orElseThrow(() -> Refused.notFound("reservation " + reservation)))
                .answer();
    }

    @GetMapping("/v1/reservations")
    @Operation(operationId = "listReservations", summary = "Reservations, by id and so by the time they were made")
    @Paged
    ResponseEntity<Page<Reservation>> reservations(
            @Parameter(description = "Only those in this state at this moment") @RequestParam(required = false)
                    Reservation.Status status,
            @Parameter(description = "Only those of this cart, order or customer") @RequestParam(required = false)
                    String owner,
            @Parameter(hidden = true) Read read) {
        var page = reads.at(PROJECTION, read, () -> reservations.reservations(status, owner, read));
        return read.page(page, reservation -> List.of(reservation.reservation()))
                .answer();
    }
}
