-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.transfer as
select transfer, source, destination, status, carrier, sscc, expected_on, requested_at, dispatched_at, ended_at,
       position
from ${schema}.transfer;
comment on view analysis.transfer is 'One row for each movement of goods between two locations.';
comment on column analysis.transfer.transfer is 'The id of the transfer.';
comment on column analysis.transfer.source is 'The location that sends.';
comment on column analysis.transfer.destination is 'The location that receives.';
comment on column analysis.transfer.status is 'REQUESTED, APPROVED, DISPATCHED, CLOSED or CANCELLED.';
comment on column analysis.transfer.carrier is 'Who carries it. Null where nobody said.';
comment on column analysis.transfer.sscc is 'The serial shipping container code. Null where there is none.';
comment on column analysis.transfer.expected_on is 'The day on which it should arrive. Null where nobody said.';
comment on column analysis.transfer.requested_at is 'When it was asked for.';
comment on column analysis.transfer.dispatched_at is 'When it left. Null before.';
comment on column analysis.transfer.ended_at is 'When it was closed or cancelled. Null before.';
comment on column analysis.transfer.position is 'The position of the last event that the row holds.';

create view analysis.transfer_line as
select transfer, number, sku, requested, dispatched, received, damaged, lost, returned, surplus, in_transit,
       unit_cost
from ${schema}.line;
comment on view analysis.transfer_line is
    'What each transfer moves. In transit is what was dispatched and is neither received, damaged, lost nor '
    'returned.';
comment on column analysis.transfer_line.transfer is 'The id of the transfer.';
comment on column analysis.transfer_line.number is 'The number of the line.';
comment on column analysis.transfer_line.sku is 'The product.';
comment on column analysis.transfer_line.requested is 'Units that were asked for.';
comment on column analysis.transfer_line.dispatched is 'Units that left.';
comment on column analysis.transfer_line.received is 'Units that arrived and may be sold.';
comment on column analysis.transfer_line.damaged is 'Units that arrived damaged.';
comment on column analysis.transfer_line.lost is 'Units that did not arrive.';
comment on column analysis.transfer_line.returned is 'Units that went back to the source.';
comment on column analysis.transfer_line.surplus is 'Units that arrived and never left.';
comment on column analysis.transfer_line.in_transit is 'Units on the road now.';
comment on column analysis.transfer_line.unit_cost is
    'What a unit is worth, in units of the currency of the source. Null where nobody said.';

create view analysis.transfer_loss as
select position, number, transfer, sku, quantity, owner, occurred_at
from ${schema}.loss;
comment on view analysis.transfer_loss is 'Who bears the loss of which units.';
comment on column analysis.transfer_loss.position is 'The position of the event.';
comment on column analysis.transfer_loss.number is 'The number of the line.';
comment on column analysis.transfer_loss.transfer is 'The id of the transfer.';
comment on column analysis.transfer_loss.sku is 'The product.';
comment on column analysis.transfer_loss.quantity is 'Units that were lost.';
comment on column analysis.transfer_loss.owner is 'Who bears it: SOURCE, CARRIER or DESTINATION.';
comment on column analysis.transfer_loss.occurred_at is 'When that was found, as the channel says.';
