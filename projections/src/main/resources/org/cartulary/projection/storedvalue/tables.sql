-- Amounts are in minor units of the account's currency. Days are local dates in the account's zone.
create table ${schema}.account (
    account       text collate "C" primary key,
    -- GIFT_CARD or STORED_CREDIT.
    kind          text collate "C" not null,
    currency      text collate "C" not null,
    zone          text collate "C" not null,
    location      text collate "C" not null,
    customer      text collate "C",
    blocked       boolean not null,
    -- Whether a code finds it; the code's hash stays in the events.
    has_code      boolean not null,
    balance_minor bigint not null,
    -- The local midnight at which the next of its lots expires; absent where none does.
    expires_at    timestamptz,
    opened_at     timestamptz not null,
    position      bigint not null
);
create index on ${schema}.account (customer, account);
create index on ${schema}.account (expires_at) where expires_at is not null;

-- Lots that hold anything, or once did.
create table ${schema}.lot (
    account      text collate "C" not null,
    lot          int    not null,
    amount_minor bigint not null,
    expires_on   date,
    primary key (account, lot)
);

-- Every entry that moved value, in the order of the ledger.
create table ${schema}.entry (
    position      bigint primary key,
    account       text collate "C" not null,
    kind          text collate "C" not null,
    currency      text collate "C" not null,
    -- SOLD, ISSUED, LOADED, RETURNED, REFUNDED, REDEEMED or EXPIRED.
    cause         text collate "C" not null,
    -- Negative where value left the account.
    change_minor  bigint not null,
    balance_minor bigint not null,
    location      text collate "C",
    sale          text collate "C",
    return_id     text collate "C",
    tender        int,
    reason        text collate "C",
    business_day  date   not null,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null
);
create index on ${schema}.entry (account, position);
create index on ${schema}.entry (kind, currency, business_day);

-- What the retailer owes changed by so much on a day; a sum has no most. The last position is that of the day's last entry.
create table ${schema}.daily (
    business_day   date    not null,
    kind           text collate "C" not null,
    currency       text collate "C" not null,
    sold_minor     numeric not null,
    issued_minor   numeric not null,
    refunded_minor numeric not null,
    redeemed_minor numeric not null,
    expired_minor  numeric not null,
    entries        int     not null,
    first_position bigint  not null,
    last_position  bigint  not null,
    primary key (kind, currency, business_day)
);
