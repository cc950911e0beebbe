-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.loyalty_terms as
select programme, number, begins_on, zone, currency, worth_points, worth_minor, tier_days, position
from ${schema}.terms;
comment on view analysis.loyalty_terms is 'What each programme grants from which day on.';
comment on column analysis.loyalty_terms.programme is 'The code of the programme.';
comment on column analysis.loyalty_terms.number is 'Counts the terms of the programme.';
comment on column analysis.loyalty_terms.begins_on is 'The first local day on which they hold.';
comment on column analysis.loyalty_terms.zone is 'IANA name of the time zone of the programme.';
comment on column analysis.loyalty_terms.currency is 'ISO 4217 code of its currency.';
comment on column analysis.loyalty_terms.worth_points is 'So many points are worth worth_minor.';
comment on column analysis.loyalty_terms.worth_minor is 'What worth_points are worth, in minor units of the currency.';
comment on column analysis.loyalty_terms.tier_days is 'How many days a tier looks back, in days.';
comment on column analysis.loyalty_terms.position is 'The position of the event.';

create view analysis.loyalty_day as
select programme, day, earned, adjusted, redeemed, reversed, returned, expired, position
from ${schema}.day;
comment on view analysis.loyalty_day is
    'What happened to the points of a whole programme on one day. Of a single customer nothing can be seen '
    'here.';
comment on column analysis.loyalty_day.programme is 'The code of the programme.';
comment on column analysis.loyalty_day.day is 'The local day of the programme.';
comment on column analysis.loyalty_day.earned is 'Points that sales earned.';
comment on column analysis.loyalty_day.adjusted is 'Points that were granted, less those that were withdrawn.';
comment on column analysis.loyalty_day.redeemed is 'Points that paid for sales.';
comment on column analysis.loyalty_day.reversed is 'Points that returns took back.';
comment on column analysis.loyalty_day.returned is 'Points that returns gave back.';
comment on column analysis.loyalty_day.expired is 'Points that ran out.';
comment on column analysis.loyalty_day.position is 'The position of the last event that the row holds.';
