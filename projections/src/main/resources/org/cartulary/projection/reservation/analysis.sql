-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.reservation as
select reservation, channel, status, expires_at, extensions, position
from ${schema}.reservation;
comment on view analysis.reservation is
    'One row for each promise to keep units for somebody. Who that is can''t be seen here.';
comment on column analysis.reservation.reservation is 'The id of the reservation.';
comment on column analysis.reservation.channel is 'The channel that placed it.';
comment on column analysis.reservation.status is
    'ACTIVE, COMMITTED, USED, RELEASED or EXPIRED. An active one may be past its expiry.';
comment on column analysis.reservation.expires_at is 'When it runs out. Null where it is firm.';
comment on column analysis.reservation.extensions is 'How often it was given more time.';
comment on column analysis.reservation.position is 'The position of the last event that the row holds.';

create view analysis.reservation_units as
select reservation, location, sku, quantity, used
from ${schema}.units;
comment on view analysis.reservation_units is 'What each reservation keeps.';
comment on column analysis.reservation_units.reservation is 'The id of the reservation.';
comment on column analysis.reservation_units.location is 'Where the units are kept.';
comment on column analysis.reservation_units.sku is 'The product.';
comment on column analysis.reservation_units.quantity is 'Units that were promised.';
comment on column analysis.reservation_units.used is 'Units of them that were sold.';
