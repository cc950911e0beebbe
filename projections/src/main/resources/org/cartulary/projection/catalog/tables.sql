create table ${schema}.location (
    location                  text collate "C" primary key,
    name                      text collate "C" not null,
    country                   text collate "C" not null,
    zone                      text collate "C" not null,
    cut_over                  time   not null,
    currency                  text collate "C" not null,
    cash_increment_minor      bigint not null,
    window_days               int    not null,
    look_back_days            int    not null,
    without_receipt_cap_minor bigint not null,
    -- Absent where there is only one.
    company                   text collate "C",
    position                  bigint not null
);

create table ${schema}.product (
    sku      text collate "C" primary key,
    name     text collate "C" not null,
    kind     text collate "C" not null,
    unit     text collate "C" not null,
    decimals int    not null,
    -- In ascending order, those that were assigned later included.
    gtins    text[] collate "C" not null,
    -- By which it earns points; absent where it has none.
    category text collate "C",
    position bigint not null
);

create table ${schema}.gtin (
    gtin text collate "C" primary key,
    sku  text collate "C" not null,
    -- By which the projection itself looks up the GTINs of a product.
    unique (sku, gtin)
);
