-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.location as
select location, name, country, zone, cut_over, currency, company, position
from ${schema}.location;
comment on view analysis.location is 'One row for each location that sells or keeps stock.';
comment on column analysis.location.location is 'The code of the location.';
comment on column analysis.location.name is 'What people call it.';
comment on column analysis.location.country is 'ISO 3166-1 alpha-2 code of its country.';
comment on column analysis.location.zone is 'IANA name of its time zone.';
comment on column analysis.location.cut_over is 'The local time at which its business day ends.';
comment on column analysis.location.currency is 'ISO 4217 code of its currency.';
comment on column analysis.location.company is
    'The company of the retailer that it belongs to. Null where there is only one.';
comment on column analysis.location.position is 'The position of the last event that the row holds.';

create view analysis.product as
select sku, name, kind, unit, decimals, gtins, category, position
from ${schema}.product;
comment on view analysis.product is 'One row for each product.';
comment on column analysis.product.sku is 'The code of the product.';
comment on column analysis.product.name is 'What it is called.';
comment on column analysis.product.kind is 'GOODS, SERVICE or GIFT_CARD.';
comment on column analysis.product.unit is 'UN/ECE Recommendation 20 code of the unit of its quantities.';
comment on column analysis.product.decimals is 'How many decimal places its quantities have, 0 to 3.';
comment on column analysis.product.gtins is 'Its GTINs in ascending order.';
comment on column analysis.product.category is 'The category by which it earns points. Null where it has none.';
comment on column analysis.product.position is 'The position of the last event that the row holds.';

create view analysis.gtin as
select gtin, sku
from ${schema}.gtin;
comment on view analysis.gtin is 'One row for each GTIN.';
comment on column analysis.gtin.gtin is 'The GTIN.';
comment on column analysis.gtin.sku is 'The product that bears it.';
