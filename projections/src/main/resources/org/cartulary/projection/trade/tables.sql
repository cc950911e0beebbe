-- Amounts are in minor units of the row's currency. Net is without tax.
create table ${schema}.sale (
    sale                text collate "C" primary key,
    position            bigint not null,
    receipt             text collate "C",
    location            text collate "C" not null,
    channel             text collate "C" not null,
    country             text collate "C" not null,
    customer            text collate "C",
    currency            text collate "C" not null,
    business_day        date   not null,
    net_minor           bigint not null,
    tax_minor           bigint not null,
    -- Gift cards that were sold, which are no revenue: total = net + tax + stored value.
    stored_value_minor  bigint not null,
    total_minor         bigint not null,
    change_minor        bigint not null,
    cash_rounding_minor bigint not null,
    handover            text collate "C" not null,
    occurred_at         timestamptz not null,
    recorded_at         timestamptz not null
);
create index on ${schema}.sale (position);
create index on ${schema}.sale (receipt);
create index on ${schema}.sale (location, position);
create index on ${schema}.sale (customer, position);
create index on ${schema}.sale (business_day, position);

create table ${schema}.sale_line (
    sale                 text collate "C" not null,
    line                 int    not null,
    position             bigint not null,
    sku                  text collate "C" not null,
    stock_location       text collate "C",
    quantity             numeric(16, 3) not null,
    unit_price           numeric not null,
    discount_minor       bigint not null,
    order_discount_minor bigint not null,
    net_minor            bigint not null,
    tax_minor            bigint not null,
    business_day         date   not null,
    location             text collate "C" not null,
    channel              text collate "C" not null,
    country              text collate "C" not null,
    currency             text collate "C" not null,
    -- The account that the line loaded; no figure counts such a line.
    stored_value         text collate "C",
    primary key (sale, line)
);
create index on ${schema}.sale_line (sku, business_day);
create index on ${schema}.sale_line (position);

create table ${schema}.sale_tax (
    sale       text collate "C" not null,
    line       int    not null,
    code       text collate "C" not null,
    rate_ppm   int    not null,
    base_minor bigint not null,
    tax_minor  bigint not null
);
create index on ${schema}.sale_tax (sale, line);

-- Why parts of a line's discount were given. Where nothing is said, the line has no rows here.
create table ${schema}.sale_discount (
    sale         text collate "C" not null,
    line         int    not null,
    number       int    not null,
    kind         text collate "C" not null,
    amount_minor bigint not null,
    reference    text collate "C",
    primary key (sale, line, number)
);

create table ${schema}.sale_tender (
    sale         text collate "C" not null,
    number       int    not null,
    type         text collate "C" not null,
    amount_minor bigint not null,
    reference    text collate "C",
    last_four    text collate "C",
    primary key (sale, number)
);

-- What a sale earned and spent in a loyalty programme. Outside of any, a sale has no row here.
create table ${schema}.sale_points (
    points_sale text collate "C" primary key,
    programme   text collate "C" not null,
    base_minor  bigint not null,
    earned      bigint not null,
    spent       bigint not null
);
create index on ${schema}.sale_points (programme);

create table ${schema}.return (
    return_id            text collate "C" primary key,
    position             bigint not null,
    -- Absent where nobody could name the sale; such a return is flagged.
    sale                 text collate "C",
    receipt              text collate "C",
    location             text collate "C" not null,
    channel              text collate "C" not null,
    country              text collate "C" not null,
    customer             text collate "C",
    currency             text collate "C" not null,
    business_day         date    not null,
    net_minor            bigint  not null,
    tax_minor            bigint  not null,
    restocking_fee_minor bigint  not null,
    cash_rounding_minor  bigint  not null,
    flagged              boolean not null,
    override_reason      text collate "C",
    occurred_at          timestamptz not null,
    recorded_at          timestamptz not null
);
create index on ${schema}.return (position);
create index on ${schema}.return (sale);
create index on ${schema}.return (receipt) where receipt is not null;
create index on ${schema}.return (customer, position);
create index on ${schema}.return (business_day, position);

create table ${schema}.return_line (
    return_id    text collate "C" not null,
    line         int    not null,
    position     bigint not null,
    sale         text collate "C",
    sale_line    int,
    sku          text collate "C" not null,
    quantity     numeric(16, 3) not null,
    unit_price   numeric not null,
    net_minor    bigint not null,
    tax_minor    bigint not null,
    disposition  text collate "C" not null,
    reason       text collate "C",
    business_day date   not null,
    location     text collate "C" not null,
    channel      text collate "C" not null,
    country      text collate "C" not null,
    currency     text collate "C" not null,
    primary key (return_id, line)
);
create index on ${schema}.return_line (sku, business_day);
create index on ${schema}.return_line (position);
create index on ${schema}.return_line (sale, sale_line);

create table ${schema}.refund (
    return_id    text collate "C" not null,
    number       int    not null,
    -- The number of the sale's tender; absent without a receipt.
    tender       int,
    type         text collate "C" not null,
    amount_minor bigint not null,
    reference    text collate "C",
    primary key (return_id, number)
);

-- What a return reversed of what the goods had earned, and gave back of what had paid for them.
create table ${schema}.return_points (
    points_return text collate "C" primary key,
    base_minor    bigint not null,
    reversed      bigint not null,
    returned      bigint not null
);

create table ${schema}.adjustment (
    adjustment   text collate "C" primary key,
    position     bigint not null,
    location     text collate "C" not null,
    channel      text collate "C" not null,
    country      text collate "C" not null,
    business_day date   not null,
    kind         text collate "C" not null,
    amount_minor bigint not null,
    currency     text collate "C" not null,
    reference    text collate "C",
    reason       text collate "C",
    occurred_at  timestamptz not null
);
create index on ${schema}.adjustment (business_day, position);

-- Sums of the facts above by day. Gross is what was sold and returned is what came back, both without tax; net is gross
-- less returned. Tax and the rounding of cash are those of sales less those of returns. Discounts by what granted them and
-- coupons of manufacturers, which are tenders, are those of sales alone. A sum has no most: legal facts add up to more than
-- a bigint holds.
create table ${schema}.daily (
    business_day         date   not null,
    channel              text collate "C" not null,
    location             text collate "C" not null,
    country              text collate "C" not null,
    currency             text collate "C" not null,
    sales                int    not null,
    returns              int    not null,
    gross_minor          numeric not null,
    returned_minor       numeric not null,
    tax_minor            numeric not null,
    restocking_fee_minor numeric not null,
    cash_rounding_minor  numeric not null,
    adjusted_minor       numeric not null,
    loyalty_discount_minor   numeric not null,
    coupon_discount_minor    numeric not null,
    promotion_discount_minor numeric not null,
    markdown_discount_minor  numeric not null,
    coupon_tenders_minor     numeric not null,
    primary key (business_day, channel, location, country, currency)
);

create table ${schema}.daily_sku (
    business_day   date   not null,
    channel        text collate "C" not null,
    location       text collate "C" not null,
    country        text collate "C" not null,
    sku            text collate "C" not null,
    currency       text collate "C" not null,
    sold           numeric not null,
    returned       numeric not null,
    gross_minor    numeric not null,
    returned_minor numeric not null,
    tax_minor      numeric not null,
    loyalty_discount_minor   numeric not null,
    coupon_discount_minor    numeric not null,
    promotion_discount_minor numeric not null,
    markdown_discount_minor  numeric not null,
    primary key (business_day, sku, channel, location, country, currency)
);
