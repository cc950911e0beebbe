create table ${schema}.transfer (
    transfer      text collate "C" primary key,
    source        text collate "C" not null,
    destination   text collate "C" not null,
    -- REQUESTED, APPROVED, DISPATCHED, CLOSED or CANCELLED.
    status        text collate "C" not null,
    reason        text collate "C" not null,
    carrier       text collate "C",
    sscc          text collate "C",
    expected_on   date,
    requested_at  timestamptz not null,
    dispatched_at timestamptz,
    -- When it was closed or cancelled.
    ended_at      timestamptz,
    position      bigint not null
);
create index on ${schema}.transfer (source);
create index on ${schema}.transfer (destination);
create index on ${schema}.transfer (transfer) where status in ('REQUESTED', 'APPROVED', 'DISPATCHED');

-- In transit is what was dispatched and is neither received, damaged, lost nor returned; a surplus was never in transit.
create table ${schema}.line (
    transfer   text collate "C" not null,
    number     int    not null,
    sku        text collate "C" not null,
    requested  numeric(16, 3) not null,
    dispatched numeric(16, 3) not null,
    received   numeric(16, 3) not null,
    damaged    numeric(16, 3) not null,
    lost       numeric(16, 3) not null,
    returned   numeric(16, 3) not null,
    surplus    numeric(16, 3) not null,
    in_transit numeric(16, 3) not null,
    -- In the currency of the source; absent where nobody said what a unit is worth.
    unit_cost  numeric,
    primary key (transfer, number)
);
create index on ${schema}.line (sku, transfer);
create index on ${schema}.line (sku) where in_transit > 0;

-- Who bears the loss of which units.
create table ${schema}.loss (
    position    bigint not null,
    number      int    not null,
    transfer    text collate "C" not null,
    sku         text collate "C" not null,
    quantity    numeric(16, 3) not null,
    owner       text collate "C" not null,
    reason      text collate "C",
    occurred_at timestamptz not null,
    primary key (position, number)
);
create index on ${schema}.loss (transfer);
