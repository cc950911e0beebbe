-- Every event with what an auditor looks for. Its stored bytes stand in ledger.event at the same position.
create table ${schema}.event (
    position    bigint primary key,
    stream      text collate "C" not null,
    sequence    bigint not null,
    name        text collate "C" not null,
    -- Where it happened; ${schema}.place holds whichever else it concerns.
    location    text collate "C",
    -- Of the fact, where it has one, else the one through which the command came.
    channel     text collate "C",
    actor       text collate "C",
    device      text collate "C",
    command     text collate "C",
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on ${schema}.event (channel, position) where channel is not null;
create index on ${schema}.event (actor, position) where actor is not null;
create index on ${schema}.event (name, position);

-- The SKUs that an event names.
create table ${schema}.sku (
    sku      text collate "C" not null,
    position bigint not null,
    primary key (sku, position)
);

-- The locations that an event concerns: two where goods move between them.
create table ${schema}.place (
    location text collate "C" not null,
    position bigint not null,
    primary key (location, position)
);

-- Every command with its outcome. The events of an accepted one stand at the {events} positions directly before its own.
create table ${schema}.command (
    position    bigint primary key,
    command     text collate "C" not null unique,
    client      text collate "C" not null,
    key         text collate "C" not null,
    name        text collate "C" not null,
    outcome     text collate "C" not null,
    code        text collate "C",
    rule_id     text collate "C",
    detail      text collate "C",
    reason      text collate "C",
    events      int not null,
    actor       text collate "C",
    device      text collate "C",
    channel     text collate "C",
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index on ${schema}.command (outcome, position);
create index on ${schema}.command (actor, position) where actor is not null;
create index on ${schema}.command (client, position);
create index on ${schema}.command (name, position);
create index on ${schema}.command (code, position) where code is not null;
create index on ${schema}.command (key);
