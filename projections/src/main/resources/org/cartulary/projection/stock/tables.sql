-- On hand is sellable + quarantine + damaged. What is reserved counts every hold that no event has ended: a reader
-- subtracts those whose ${schema}.hold.expires_at has passed.
create table ${schema}.level (
    location   text collate "C" not null,
    sku        text collate "C" not null,
    sellable   numeric(16, 3) not null,
    quarantine numeric(16, 3) not null,
    damaged    numeric(16, 3) not null,
    reserved   numeric(16, 3) not null,
    position   bigint not null,
    primary key (location, sku)
);
create index on ${schema}.level (sku);

create table ${schema}.safety (
    location text collate "C" not null,
    sku      text collate "C" not null,
    channel  text collate "C" not null,
    quantity numeric(16, 3) not null,
    position bigint not null,
    primary key (location, sku, channel)
);

-- What each reservation still holds. A firm hold has no expiry.
create table ${schema}.hold (
    reservation text collate "C" not null,
    location    text collate "C" not null,
    sku         text collate "C" not null,
    channel     text collate "C" not null,
    quantity    numeric(16, 3) not null,
    expires_at  timestamptz,
    position    bigint not null,
    primary key (reservation, location, sku)
);
create index on ${schema}.hold (location, sku);

-- One row for each amount that an event changed, with what was there after it. The changes of a shelf add up to its
-- level, condition by condition; RESERVED stands beside SELLABLE, QUARANTINE and DAMAGED.
create table ${schema}.movement (
    position         bigint not null,
    part             int    not null,
    location         text collate "C" not null,
    sku              text collate "C" not null,
    kind             text collate "C" not null,
    condition        text collate "C" not null,
    change           numeric(16, 3) not null,
    sellable_after   numeric(16, 3) not null,
    quarantine_after numeric(16, 3) not null,
    damaged_after    numeric(16, 3) not null,
    reserved_after   numeric(16, 3) not null,
    -- The delivery, sale, return, reservation or transfer.
    reference        text collate "C",
    reason           text collate "C",
    command          text collate "C",
    actor            text collate "C",
    channel          text collate "C",
    occurred_at      timestamptz not null,
    recorded_at      timestamptz not null,
    primary key (position, part)
);
create index on ${schema}.movement (location, sku, position);
create index on ${schema}.movement (sku, position);
