create table ${schema}.product (
    sku      text primary key,
    position bigint not null
);

create table ${schema}.total (
    one      boolean primary key,
    products bigint not null
);
