-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.stored_value_day as
select business_day, kind, currency, sold_minor, issued_minor, refunded_minor, redeemed_minor, expired_minor,
       entries
from ${schema}.daily;
comment on view analysis.stored_value_day is
    'What the retailer owes on gift cards and credits changed by so much on a day.';
comment on column analysis.stored_value_day.business_day is 'The local day of the account.';
comment on column analysis.stored_value_day.kind is 'GIFT_CARD or STORED_CREDIT.';
comment on column analysis.stored_value_day.currency is 'ISO 4217 code of the currency.';
comment on column analysis.stored_value_day.sold_minor is 'What was sold and loaded, in minor units of the currency.';
comment on column analysis.stored_value_day.issued_minor is
    'What was given without a sale, in minor units of the currency.';
comment on column analysis.stored_value_day.refunded_minor is
    'What refunds put on accounts, in minor units of the currency.';
comment on column analysis.stored_value_day.redeemed_minor is 'What paid for sales, in minor units of the currency.';
comment on column analysis.stored_value_day.expired_minor is 'What ran out, in minor units of the currency.';
comment on column analysis.stored_value_day.entries is 'How many entries the sums hold.';
