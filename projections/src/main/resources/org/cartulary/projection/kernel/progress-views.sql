-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.progress as
select projection, position
from projection.progress;
comment on view analysis.progress is
    'Up to where each projection holds the ledger. What is read of one in one transaction at isolation level '
    'repeatable read holds at its position.';
comment on column analysis.progress.projection is 'The name of the projection, such as trade.';
comment on column analysis.progress.position is 'The position of the last event that its views show.';
