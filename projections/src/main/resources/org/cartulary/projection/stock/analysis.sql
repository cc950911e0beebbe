-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.stock_level as
select location, sku, sellable, quarantine, damaged, reserved, position
from ${schema}.level;
comment on view analysis.stock_level is
    'What each location holds of each product now. On hand is sellable + quarantine + damaged.';
comment on column analysis.stock_level.location is 'The location.';
comment on column analysis.stock_level.sku is 'The product.';
comment on column analysis.stock_level.sellable is 'Units that may be sold.';
comment on column analysis.stock_level.quarantine is 'Units that wait for an inspection.';
comment on column analysis.stock_level.damaged is 'Units that cant be sold.';
comment on column analysis.stock_level.reserved is
    'Units of the sellable ones that are held, those included whose hold has run out and is not yet written '
    'down.';
comment on column analysis.stock_level.position is 'The position of the last event that the row holds.';

create view analysis.safety_stock as
select location, sku, channel, quantity, position
from ${schema}.safety;
comment on view analysis.safety_stock is 'Units that a channel must leave on the shelf.';
comment on column analysis.safety_stock.location is 'The location.';
comment on column analysis.safety_stock.sku is 'The product.';
comment on column analysis.safety_stock.channel is 'The channel.';
comment on column analysis.safety_stock.quantity is 'Units that it must leave.';
comment on column analysis.safety_stock.position is 'The position of the event that said so.';

create view analysis.stock_movement as
select position, part, location, sku, kind, condition, change, sellable_after, quarantine_after, damaged_after,
       reserved_after, channel, occurred_at, recorded_at
from ${schema}.movement;
comment on view analysis.stock_movement is
    'One row for each amount of stock that an event changed, with what was there after it. The changes of a '
    'shelf add up to its level.';
comment on column analysis.stock_movement.position is 'The position of the event.';
comment on column analysis.stock_movement.part is 'Counts the changes of one event from 0.';
comment on column analysis.stock_movement.location is 'The location.';
comment on column analysis.stock_movement.sku is 'The product.';
comment on column analysis.stock_movement.kind is 'What happened: the kind of the event.';
comment on column analysis.stock_movement.condition is 'What was changed: SELLABLE, QUARANTINE, DAMAGED or RESERVED.';
comment on column analysis.stock_movement.change is 'Units that came, or went where it is negative.';
comment on column analysis.stock_movement.sellable_after is 'Sellable units after it.';
comment on column analysis.stock_movement.quarantine_after is 'Units in quarantine after it.';
comment on column analysis.stock_movement.damaged_after is 'Damaged units after it.';
comment on column analysis.stock_movement.reserved_after is 'Reserved units after it.';
comment on column analysis.stock_movement.channel is 'The channel. Null where none was involved.';
comment on column analysis.stock_movement.occurred_at is 'When it happened, as the channel says.';
comment on column analysis.stock_movement.recorded_at is 'When the ledger stored it.';
