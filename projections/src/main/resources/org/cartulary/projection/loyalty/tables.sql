-- What each programme grants from which date on.
create table ${schema}.terms (
    programme         text collate "C" not null,
    number            int    not null,
    begins_on         date   not null,
    zone              text   not null,
    currency          text collate "C" not null,
    -- What so many points are worth, in minor units.
    worth_points      bigint not null,
    worth_minor       bigint not null,
    tier_days         int    not null,
    -- All of them, as the ledger's canonical JSON.
    terms             text   not null,
    position          bigint not null,
    primary key (programme, number)
);

-- The balance is what the lots hold less what is owed.
create table ${schema}.account (
    programme   text collate "C" not null,
    customer    text collate "C" not null,
    enrolled_on date   not null,
    balance     bigint not null,
    owed        bigint not null,
    tier        text collate "C",
    tier_until  date,
    position    bigint not null,
    primary key (programme, customer)
);
create index on ${schema}.account (customer, programme);
create index on ${schema}.account (programme, tier_until) where tier_until is not null;

-- What each lot holds now.
create table ${schema}.lot (
    programme   text collate "C" not null,
    customer    text collate "C" not null,
    lot         int    not null,
    points      bigint not null,
    usable_from date,
    expires_on  date,
    primary key (programme, customer, lot)
);
create index on ${schema}.lot (programme, expires_on) where points > 0;

-- What each event did to each lot, so that a balance can be told as of any position.
create table ${schema}.lot_change (
    position    bigint not null,
    programme   text collate "C" not null,
    customer    text collate "C" not null,
    lot         int    not null,
    points      bigint not null,
    recorded_at timestamptz not null,
    primary key (programme, customer, lot, position)
);

-- The statement: one row for each event that moved points.
create table ${schema}.entry (
    position     bigint primary key,
    programme    text collate "C" not null,
    customer     text collate "C" not null,
    -- EARNED, REDEEMED, GRANTED, WITHDRAWN, REVERSED, RETURNED or EXPIRED.
    kind         text collate "C" not null,
    points       bigint not null,
    balance      bigint not null,
    owed         bigint not null,
    business_day date   not null,
    sale         text collate "C",
    return_id    text collate "C",
    tender       int,
    reason       text,
    terms        int,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null
);
create index on ${schema}.entry (programme, customer, position);

-- What sales were worth towards a tier, and what of it returns took back.
create table ${schema}.spend_change (
    position     bigint primary key,
    programme    text collate "C" not null,
    customer     text collate "C" not null,
    day          date   not null,
    amount_minor bigint not null,
    recorded_at  timestamptz not null
);
create index on ${schema}.spend_change (programme, customer, day);

create table ${schema}.tier_change (
    position    bigint primary key,
    programme   text collate "C" not null,
    customer    text collate "C" not null,
    tier        text collate "C",
    tier_until  date,
    recorded_at timestamptz not null
);
create index on ${schema}.tier_change (programme, customer, position);

-- What happened to the points of a whole programme on one day. Reversed, redeemed and expired points are positive here.
create table ${schema}.day (
    programme text collate "C" not null,
    day       date   not null,
    earned    bigint not null,
    adjusted  bigint not null,
    redeemed  bigint not null,
    reversed  bigint not null,
    returned  bigint not null,
    expired   bigint not null,
    -- Of the last event that counts.
    position  bigint not null,
    primary key (programme, day)
);
