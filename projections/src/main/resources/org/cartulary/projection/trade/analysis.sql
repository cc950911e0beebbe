-- What analysts see of these tables, as promised in docs/read-schema.md. What says who somebody is is left out:
-- customers, people who worked, free texts, receipts, and the numbers of cards, coupons and accounts.

create view analysis.sale as
select sale, position, location, channel, country, currency, business_day, net_minor, tax_minor,
       stored_value_minor, total_minor, change_minor, cash_rounding_minor, handover, occurred_at, recorded_at
from ${schema}.sale;
comment on view analysis.sale is 'One row for each sale. To whom can''t be seen here.';
comment on column analysis.sale.sale is 'The id of the sale.';
comment on column analysis.sale.position is 'The position of the event.';
comment on column analysis.sale.location is 'The location.';
comment on column analysis.sale.channel is 'The channel.';
comment on column analysis.sale.country is 'ISO 3166-1 alpha-2 code of the country.';
comment on column analysis.sale.currency is 'ISO 4217 code of the currency.';
comment on column analysis.sale.business_day is 'The business day on which it counts.';
comment on column analysis.sale.net_minor is 'Without tax and after discounts, in minor units of the currency.';
comment on column analysis.sale.tax_minor is 'The tax, in minor units of the currency.';
comment on column analysis.sale.stored_value_minor is
    'Gift cards that were sold, which are no revenue, in minor units of the currency.';
comment on column analysis.sale.total_minor is
    'What had to be paid: net, tax and stored value, in minor units of the currency.';
comment on column analysis.sale.change_minor is 'What was given back at the counter, in minor units of the currency.';
comment on column analysis.sale.cash_rounding_minor is
    'What rounding the cash added, in minor units of the currency. Negative where it took away.';
comment on column analysis.sale.handover is 'COUNTER or SHIPMENT.';
comment on column analysis.sale.occurred_at is 'When it happened, as the channel says.';
comment on column analysis.sale.recorded_at is 'When the ledger stored it.';

create view analysis.sale_line as
select sale, line, position, sku, stock_location, quantity, unit_price, discount_minor, order_discount_minor,
       net_minor, tax_minor, business_day, location, channel, country, currency,
       stored_value is not null as loads_stored_value
from ${schema}.sale_line;
comment on view analysis.sale_line is
    'One row for each line of a sale. A line that loads stored value is no revenue, and no sum counts it.';
comment on column analysis.sale_line.sale is 'The id of the sale.';
comment on column analysis.sale_line.line is 'The number of the line.';
comment on column analysis.sale_line.position is 'The position of the event.';
comment on column analysis.sale_line.sku is 'The product.';
comment on column analysis.sale_line.stock_location is 'The location whose stock it took. Null where it took none.';
comment on column analysis.sale_line.quantity is 'Units that were sold.';
comment on column analysis.sale_line.unit_price is
    'The price of a unit before discounts, in units of the currency, with or without tax as the sale says.';
comment on column analysis.sale_line.discount_minor is 'What was taken off the line, in minor units of the currency.';
comment on column analysis.sale_line.order_discount_minor is
    'The share of the line in what was taken off the whole sale, in minor units of the currency.';
comment on column analysis.sale_line.net_minor is 'Without tax and after discounts, in minor units of the currency.';
comment on column analysis.sale_line.tax_minor is 'The tax, in minor units of the currency.';
comment on column analysis.sale_line.business_day is 'The business day on which it counts.';
comment on column analysis.sale_line.location is 'The location.';
comment on column analysis.sale_line.channel is 'The channel.';
comment on column analysis.sale_line.country is 'ISO 3166-1 alpha-2 code of the country.';
comment on column analysis.sale_line.currency is 'ISO 4217 code of the currency.';
comment on column analysis.sale_line.loads_stored_value is 'Whether the line sold stored value.';

create view analysis.sale_tax as
select sale, line, code, rate_ppm, base_minor, tax_minor
from ${schema}.sale_tax;
comment on view analysis.sale_tax is 'The taxes of a line of a sale.';
comment on column analysis.sale_tax.sale is 'The id of the sale.';
comment on column analysis.sale_tax.line is 'The number of the line.';
comment on column analysis.sale_tax.code is 'The code of the tax.';
comment on column analysis.sale_tax.rate_ppm is 'The rate in parts per million: 230000 is 23 %.';
comment on column analysis.sale_tax.base_minor is 'What it was taken of, in minor units of the currency.';
comment on column analysis.sale_tax.tax_minor is 'The tax, in minor units of the currency.';

create view analysis.sale_discount as
select sale, line, number, kind, amount_minor,
       case when kind <> 'COUPON' then reference end as reference
from ${schema}.sale_discount;
comment on view analysis.sale_discount is
    'Why parts of the discount of a line were given. Where nothing is said, the line has no rows here.';
comment on column analysis.sale_discount.sale is 'The id of the sale.';
comment on column analysis.sale_discount.line is 'The number of the line.';
comment on column analysis.sale_discount.number is 'Counts the parts.';
comment on column analysis.sale_discount.kind is 'LOYALTY, COUPON, PROMOTION or MARKDOWN.';
comment on column analysis.sale_discount.amount_minor is 'The part, in minor units of the currency.';
comment on column analysis.sale_discount.reference is
    'The number of the promotion, markdown or programme. Null where nobody said, and for a coupon, which may '
    'be one person''s.';

create view analysis.sale_tender as
select sale, number, type, amount_minor
from ${schema}.sale_tender;
comment on view analysis.sale_tender is 'What a sale was paid with.';
comment on column analysis.sale_tender.sale is 'The id of the sale.';
comment on column analysis.sale_tender.number is 'The number of the tender.';
comment on column analysis.sale_tender.type is
    'CASH, CARD, WALLET, BANK_TRANSFER, ACCOUNT, STORED_CREDIT, GIFT_CARD, POINTS, COUPON or another.';
comment on column analysis.sale_tender.amount_minor is 'What it paid, in minor units of the currency.';

create view analysis.sale_points as
select points_sale as sale,
       programme, base_minor, earned, spent
from ${schema}.sale_points;
comment on view analysis.sale_points is
    'What a sale earned and spent in a loyalty programme. Outside of any, a sale has no row here.';
comment on column analysis.sale_points.sale is 'The id of the sale.';
comment on column analysis.sale_points.programme is 'The code of the programme.';
comment on column analysis.sale_points.base_minor is 'What points were earned on, in minor units of the currency.';
comment on column analysis.sale_points.earned is 'Points that it earned.';
comment on column analysis.sale_points.spent is 'Points that paid for it.';

create view analysis.return as
select return_id, position, sale, location, channel, country, currency, business_day, net_minor, tax_minor,
       restocking_fee_minor, cash_rounding_minor, flagged,
       override_reason is not null as overridden,
       occurred_at, recorded_at
from ${schema}.return;
comment on view analysis.return is 'One row for each return. By whom can''t be seen here.';
comment on column analysis.return.return_id is 'The id of the return.';
comment on column analysis.return.position is 'The position of the event.';
comment on column analysis.return.sale is 'The id of the sale that it returns. Null where nobody could name it.';
comment on column analysis.return.location is 'The location.';
comment on column analysis.return.channel is 'The channel.';
comment on column analysis.return.country is 'ISO 3166-1 alpha-2 code of the country.';
comment on column analysis.return.currency is 'ISO 4217 code of the currency.';
comment on column analysis.return.business_day is 'The business day on which it counts.';
comment on column analysis.return.net_minor is 'Without tax and after discounts, in minor units of the currency.';
comment on column analysis.return.tax_minor is 'The tax, in minor units of the currency.';
comment on column analysis.return.restocking_fee_minor is 'What was kept back, in minor units of the currency.';
comment on column analysis.return.cash_rounding_minor is
    'What rounding the cash added, in minor units of the currency. Negative where it took away.';
comment on column analysis.return.flagged is 'Whether somebody should look at it.';
comment on column analysis.return.overridden is 'Whether somebody let it pass against the policy.';
comment on column analysis.return.occurred_at is 'When it happened, as the channel says.';
comment on column analysis.return.recorded_at is 'When the ledger stored it.';

create view analysis.return_line as
select return_id, line, position, sale, sale_line, sku, quantity, unit_price, net_minor, tax_minor, disposition,
       business_day, location, channel, country, currency
from ${schema}.return_line;
comment on view analysis.return_line is 'One row for each line of a return.';
comment on column analysis.return_line.return_id is 'The id of the return.';
comment on column analysis.return_line.line is 'The number of the line.';
comment on column analysis.return_line.position is 'The position of the event.';
comment on column analysis.return_line.sale is 'The id of the sale. Null where nobody could name it.';
comment on column analysis.return_line.sale_line is 'The number of the line of that sale. Null where there is none.';
comment on column analysis.return_line.sku is 'The product.';
comment on column analysis.return_line.quantity is 'Units that came back.';
comment on column analysis.return_line.unit_price is 'The price of a unit, in units of the currency.';
comment on column analysis.return_line.net_minor is 'Without tax and after discounts, in minor units of the currency.';
comment on column analysis.return_line.tax_minor is 'The tax, in minor units of the currency.';
comment on column analysis.return_line.disposition is
    'What became of the goods: RESTOCK, QUARANTINE, DAMAGED, VENDOR or DESTROY.';
comment on column analysis.return_line.business_day is 'The business day on which it counts.';
comment on column analysis.return_line.location is 'The location.';
comment on column analysis.return_line.channel is 'The channel.';
comment on column analysis.return_line.country is 'ISO 3166-1 alpha-2 code of the country.';
comment on column analysis.return_line.currency is 'ISO 4217 code of the currency.';

create view analysis.refund as
select return_id, number, tender, type, amount_minor
from ${schema}.refund;
comment on view analysis.refund is 'How a return gave money back.';
comment on column analysis.refund.return_id is 'The id of the return.';
comment on column analysis.refund.number is 'The number of the refund.';
comment on column analysis.refund.tender is 'The number of the tender of the sale. Null without a receipt.';
comment on column analysis.refund.type is 'As the type of a tender.';
comment on column analysis.refund.amount_minor is 'What was given back, in minor units of the currency.';

create view analysis.return_points as
select points_return as return_id,
       base_minor, reversed, returned
from ${schema}.return_points;
comment on view analysis.return_points is
    'What a return reversed of what the goods had earned, and gave back of what had paid for them.';
comment on column analysis.return_points.return_id is 'The id of the return.';
comment on column analysis.return_points.base_minor is 'What points were reversed on, in minor units of the currency.';
comment on column analysis.return_points.reversed is 'Points that were taken back.';
comment on column analysis.return_points.returned is 'Points that were given back.';

create view analysis.adjustment as
select adjustment, position, location, channel, country, business_day, kind, amount_minor, currency, occurred_at
from ${schema}.adjustment;
comment on view analysis.adjustment is 'Money that was posted without goods.';
comment on column analysis.adjustment.adjustment is 'The id of the adjustment.';
comment on column analysis.adjustment.position is 'The position of the event.';
comment on column analysis.adjustment.location is 'The location.';
comment on column analysis.adjustment.channel is 'The channel.';
comment on column analysis.adjustment.country is 'ISO 3166-1 alpha-2 code of the country.';
comment on column analysis.adjustment.business_day is 'The business day on which it counts.';
comment on column analysis.adjustment.kind is 'BAD_DEBT, FEE or CORRECTION.';
comment on column analysis.adjustment.amount_minor is
    'In minor units of the currency. Negative where it lowers what the retailer has.';
comment on column analysis.adjustment.currency is 'ISO 4217 code of the currency.';
comment on column analysis.adjustment.occurred_at is 'When it happened, as the channel says.';

create view analysis.sales_day as
select business_day, channel, location, country, currency, sales, returns, gross_minor, returned_minor, tax_minor,
       restocking_fee_minor, cash_rounding_minor, adjusted_minor, loyalty_discount_minor, coupon_discount_minor,
       promotion_discount_minor, markdown_discount_minor, coupon_tenders_minor
from ${schema}.daily;
comment on view analysis.sales_day is
    'Sums of sales, returns and adjustments by day. Net sales are gross less returned.';
comment on column analysis.sales_day.business_day is 'The business day on which it counts.';
comment on column analysis.sales_day.channel is 'The channel.';
comment on column analysis.sales_day.location is 'The location.';
comment on column analysis.sales_day.country is 'ISO 3166-1 alpha-2 code of the country.';
comment on column analysis.sales_day.currency is 'ISO 4217 code of the currency.';
comment on column analysis.sales_day.sales is 'How many sales.';
comment on column analysis.sales_day.returns is 'How many returns.';
comment on column analysis.sales_day.gross_minor is 'What was sold, without tax, in minor units of the currency.';
comment on column analysis.sales_day.returned_minor is 'What came back, without tax, in minor units of the currency.';
comment on column analysis.sales_day.tax_minor is
    'The tax of sales less that of returns, in minor units of the currency.';
comment on column analysis.sales_day.restocking_fee_minor is 'What returns kept back, in minor units of the currency.';
comment on column analysis.sales_day.cash_rounding_minor is
    'The rounding of sales less that of returns, in minor units of the currency.';
comment on column analysis.sales_day.adjusted_minor is 'What was posted without goods, in minor units of the currency.';
comment on column analysis.sales_day.loyalty_discount_minor is
    'Discounts of loyalty programmes, in minor units of the currency, of sales alone.';
comment on column analysis.sales_day.coupon_discount_minor is
    'Discounts of coupons of the retailer, in minor units of the currency, of sales alone.';
comment on column analysis.sales_day.promotion_discount_minor is
    'Discounts of promotions, in minor units of the currency, of sales alone.';
comment on column analysis.sales_day.markdown_discount_minor is
    'Markdowns, in minor units of the currency, of sales alone.';
comment on column analysis.sales_day.coupon_tenders_minor is
    'Coupons of manufacturers, which are tenders, in minor units of the currency, of sales alone.';

create view analysis.sales_day_sku as
select business_day, channel, location, country, sku, currency, sold, returned, gross_minor, returned_minor,
       tax_minor, loyalty_discount_minor, coupon_discount_minor, promotion_discount_minor, markdown_discount_minor
from ${schema}.daily_sku;
comment on view analysis.sales_day_sku is 'Sums of the lines of sales and returns by day and product.';
comment on column analysis.sales_day_sku.business_day is 'The business day on which it counts.';
comment on column analysis.sales_day_sku.channel is 'The channel.';
comment on column analysis.sales_day_sku.location is 'The location.';
comment on column analysis.sales_day_sku.country is 'ISO 3166-1 alpha-2 code of the country.';
comment on column analysis.sales_day_sku.sku is 'The product.';
comment on column analysis.sales_day_sku.currency is 'ISO 4217 code of the currency.';
comment on column analysis.sales_day_sku.sold is 'Units that were sold.';
comment on column analysis.sales_day_sku.returned is 'Units that came back.';
comment on column analysis.sales_day_sku.gross_minor is 'What was sold, without tax, in minor units of the currency.';
comment on column analysis.sales_day_sku.returned_minor is
    'What came back, without tax, in minor units of the currency.';
comment on column analysis.sales_day_sku.tax_minor is
    'The tax of sales less that of returns, in minor units of the currency.';
comment on column analysis.sales_day_sku.loyalty_discount_minor is
    'Discounts of loyalty programmes, in minor units of the currency, of sales alone.';
comment on column analysis.sales_day_sku.coupon_discount_minor is
    'Discounts of coupons of the retailer, in minor units of the currency, of sales alone.';
comment on column analysis.sales_day_sku.promotion_discount_minor is
    'Discounts of promotions, in minor units of the currency, of sales alone.';
comment on column analysis.sales_day_sku.markdown_discount_minor is
    'Markdowns, in minor units of the currency, of sales alone.';
