-- History grows for ever, and what is written today must not: the events are cut into ranges of positions, and only the
-- indexes of the open ones are written. A stream ends somewhere in all of that, so what is proven by an index within a
-- range is kept for closed ranges in one table that is filled once, when a range is full, beside the appends.

-- Beside the last position, what an append must know and reads with it: up to where the ranges are closed, and up to
-- where there is a range to write to. New ones have so many positions; only tests change that.
alter table ledger.head
    add column closed_position   bigint not null default 0,
    add column prepared_position bigint not null default 0,
    add column partition_size    bigint not null default 8388608 check (partition_size > 0),
    add check (closed_position <= position and position <= prepared_position) not valid;

create table ledger.partition
(
    first_position bigint primary key,
    last_position  bigint not null unique check (last_position >= first_position),
    -- While it is being closed: all streams up to this one stand in ledger.closed_stream.
    closed_up_to   text collate "C" not null default ''
);

-- Where a stream ends in each closed range that it is in. A row is written once and never changed.
create table ledger.closed_stream
(
    stream         text collate "C",
    first_position bigint,
    last_sequence  bigint not null,
    primary key (stream, first_position)
);

-- The present table becomes the first partition as it stands: its rows are read once, to prove their positions, and not
-- written again.
alter table ledger.event rename to event_1;
alter index ledger.event_pkey rename to event_1_pkey;
alter index ledger.event_stream_sequence_key rename to event_1_stream_sequence_key;
revoke all on ledger.event_1 from cartulary_service;

create table ledger.event
(
    like ledger.event_1 including constraints,
    primary key (position)
) partition by range (position);

create trigger append_only
    before update or delete or truncate
    on ledger.event
    for each statement
execute function ledger.refuse_change();

alter table ledger.event enable always trigger append_only;
grant select on ledger.event to cartulary_service;

do
$$
declare
    stored        bigint;
    size          bigint;
    last_of_first bigint;
begin
    select position, partition_size into strict stored, size from ledger.head;
    last_of_first := greatest(1, ceil(stored / size::numeric)) * size;
    if stored > 0 then
        raise notice 'The % stored events become the first partition of the ledger; they are read once.', stored;
    end if;
    execute format('alter table ledger.event attach partition ledger.event_1 for values from (1) to (%s)',
                   last_of_first + 1);
    insert into ledger.partition (first_position, last_position) values (1, last_of_first);
    update ledger.head set prepared_position = last_of_first;
end
$$;

alter table ledger.head validate constraint head_check;

-- Does the next step, if there is one, towards so many partitions that are empty, never on the way of an append: makes a
-- partition, or says in the head that one is made. These are two transactions, because a session may see what another has
-- committed a moment before it hears that the table has a new partition; whoever gets the lock comes after both. A partition
-- is attached with a lock that neither appends nor reads wait for. Answers whether there may be more to do.
create function ledger.prepare_partition(ahead int default 2) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '8s'
as
$$
declare
    head  ledger.head;
    made  bigint;
    name  text;
begin
    perform pg_advisory_xact_lock(hashtext('ledger.prepare_partition'));
    select * into strict head from ledger.head;
    select coalesce(max(last_position), 0) into made from ledger.partition;
    if made > head.prepared_position then
        -- A session that learned of its partitions while the last one was attached may have missed it, and would until it is
        -- told again. Nothing changes by this grant, but everybody is told.
        grant select on ledger.event to cartulary_service;
        update ledger.head set prepared_position = made where one;
        return true;
    end if;
    if (select count(*) from ledger.partition where first_position > head.position) >= ahead then
        return false;
    end if;
    name := 'event_' || (made + 1);
    execute format('create table ledger.%I (like ledger.event including constraints,'
                       ' primary key (position), unique (stream, sequence))', name);
    -- A trigger per statement is not handed down, and a partition may be named by itself.
    execute format('create trigger append_only before update or delete or truncate on ledger.%I'
                       ' for each statement execute function ledger.refuse_change()', name);
    execute format('alter table ledger.%I enable always trigger append_only', name);
    execute format('alter table ledger.event attach partition ledger.%I for values from (%s) to (%s)',
                   name, made + 1, made + head.partition_size + 1);
    insert into ledger.partition (first_position, last_position) values (made + 1, made + head.partition_size);
    return true;
end
$$;

-- Goes on closing the oldest full partition that is open: notes where the next streams end in it, and when all of them
-- stand there, says so in the head. Until that is committed, every look-up still asks the partition itself; whoever sees
-- it, sees all of the notes. Called again after a crash, it goes on where it stood. Answers whether there is more to do.
create function ledger.close_partition(streams int default 10000) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off
    set enable_bitmapscan = off
    set lock_timeout = '8s'
as
$$
declare
    full_one ledger.partition;
    noted    text;
begin
    if not pg_try_advisory_xact_lock(hashtext('ledger.close_partition')) then
        return false;
    end if;
    select p.*
    into full_one
    from ledger.head h
             join ledger.partition p on p.first_position = h.closed_position + 1 and p.last_position <= h.position;
    if not found then
        return false;
    end if;
    execute format(
            'with noted as (insert into ledger.closed_stream (stream, first_position, last_sequence)'
                ' select stream, $1, max(sequence) from ledger.%I where stream > $2 group by stream order by stream limit $3'
                ' returning stream) select max(stream) from noted',
            'event_' || full_one.first_position)
        into noted
        using full_one.first_position, full_one.closed_up_to, streams;
    if noted is null then
        update ledger.head set closed_position = full_one.last_position where one;
    else
        update ledger.partition set closed_up_to = noted where first_position = full_one.first_position;
    end if;
    return true;
end
$$;

revoke all on function ledger.prepare_partition, ledger.close_partition from public;
grant execute on function ledger.prepare_partition, ledger.close_partition to cartulary_service;
grant select on ledger.partition, ledger.closed_stream to cartulary_service;
