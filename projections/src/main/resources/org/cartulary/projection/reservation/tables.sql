create table ${schema}.reservation (
    reservation text collate "C" primary key,
    owner       text collate "C" not null,
    channel     text collate "C" not null,
    -- ACTIVE, COMMITTED, USED, RELEASED or EXPIRED, as events say: an active one may be past its expiry.
    status      text collate "C" not null,
    -- Absent once it is committed, because a firm promise does not expire.
    expires_at  timestamptz,
    extensions  int    not null,
    position    bigint not null
);
create index on ${schema}.reservation (expires_at) where status = 'ACTIVE';
create index on ${schema}.reservation (owner);
create index on ${schema}.reservation (status, reservation);

create table ${schema}.units (
    reservation text collate "C" not null,
    location    text collate "C" not null,
    sku         text collate "C" not null,
    quantity    numeric(16, 3) not null,
    used        numeric(16, 3) not null,
    primary key (reservation, location, sku)
);
