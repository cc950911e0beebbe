create schema if not exists projection;

-- Up to which position each projection holds the ledger. It moves in the transaction that writes the rows.
create table if not exists projection.progress (
    projection text collate "C" primary key,
    position   bigint not null,
    -- The revision of the code that made the tables: where it differs, they are made anew.
    revision   int    not null
);
