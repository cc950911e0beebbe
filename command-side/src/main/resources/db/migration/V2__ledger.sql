-- The ledger itself: every event there ever was, in one gap-free order, and no way to change one.
create schema ledger;

-- The last position given out. Whoever appends locks this row first, so positions follow the order of the commits.
create table ledger.head
(
    one      boolean primary key default true check (one),
    position bigint not null check (position >= 0)
) with (fillfactor = 10);

insert into ledger.head (position) values (0);

create table ledger.event
(
    position    bigint primary key check (position > 0),
    stream      text collate "C" not null check (stream <> ''),
    sequence    bigint           not null check (sequence >= 0),
    name        text collate "C" not null check (name <> ''),
    recorded_at timestamptz      not null,
    event       bytea            not null,
    unique (stream, sequence)
);

-- A shortcut for loading, never the truth: it may be deleted at any time.
create table ledger.snapshot
(
    stream   text collate "C" primary key,
    sequence bigint not null,
    type     text   not null,
    revision int    not null,
    state    bytea  not null
);

create function ledger.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'ledger.event is append-only: % is refused', tg_op
        using errcode = 'integrity_constraint_violation', hint = 'Correct a fact by a new one.';
end
$$;

create trigger append_only
    before update or delete or truncate
    on ledger.event
    for each statement
execute function ledger.refuse_change();

-- Also for sessions that replay changes of another server.
alter table ledger.event enable always trigger append_only;

-- Appends a group of postings in one round trip. Row i belongs to postings[i]; rows stand in queue order, and positions
-- follow it. A posting is stored as a whole or not at all: it conflicts where it does not begin, in each of its streams,
-- right after the last event that is stored, or that an earlier posting of the group brings. A posting that continues a
-- refused one is refused with it. A group brings each (stream, sequence) at most once; one that does not may see a
-- posting refused without need, never stored wrongly.
create function ledger.append(
    streams text[], sequences bigint[], postings int[], names text[], recorded_at timestamptz[], events bytea[])
    returns table
            (
                posting        int,
                first_position bigint,
                last_position  bigint,
                conflict       text
            )
    language plpgsql
    -- The plan is made once and kept: it must not be that of an empty table, nor be worth compiling.
    set enable_seqscan = off
    set jit = off
    -- Shorter than the writer waits for an answer, so that nothing is stored for a writer that has gone.
    set lock_timeout = '8s'
as
$$
#variable_conflict use_column
declare
    head_position bigint;
    stored        bigint;
    refused       int[]  := '{}';
    refusals      text[] := '{}';
    more_refused  int[];
    more_refusals text[];
begin
    select position into strict head_position from ledger.head where one for update;
    loop
        select array_agg(posting), array_agg(stream)
        into more_refused, more_refusals
        from (select distinct on (posting) posting, stream
              from (select posting,
                           stream,
                           first,
                           last,
                           size,
                           coalesce(
                                   lag(last) over (partition by stream order by posting),
                                   (select e.sequence
                                    from ledger.event e
                                    where e.stream = claim.stream
                                    order by e.sequence desc
                                    limit 1),
                                   -1) as before
                    from (select r.posting,
                                 r.stream collate "C" as stream,
                                 min(r.sequence)      as first,
                                 max(r.sequence)      as last,
                                 count(*)             as size
                          from unnest(postings, streams, sequences) as r(posting, stream, sequence)
                          where r.posting <> all (refused)
                          group by 1, 2) claim) placed
              where first <> before + 1
                 or size <> last - first + 1
              order by posting, stream) misplaced;
        exit when more_refused is null;
        refused := refused || more_refused;
        refusals := refusals || more_refusals;
    end loop;

    insert into ledger.event (position, stream, sequence, name, recorded_at, event)
    select head_position + row_number() over (order by r.place), r.stream, r.sequence, r.name, r.recorded_at, r.event
    from unnest(postings, streams, sequences, names, recorded_at, events)
             with ordinality as r(posting, stream, sequence, name, recorded_at, event, place)
    where r.posting <> all (refused);
    get diagnostics stored = row_count;

    update ledger.head set position = head_position + stored where one and stored > 0;

    return query
        select r.posting, head_position + min(r.place), head_position + max(r.place), null::text
        from (select p.posting, row_number() over (order by p.place) as place
              from unnest(postings) with ordinality as p(posting, place)
              where p.posting <> all (refused)) r
        group by r.posting
        union all
        select r.posting, null::bigint, null::bigint, r.stream
        from unnest(refused, refusals) as r(posting, stream);
end
$$;

revoke all on function ledger.append from public;
grant usage on schema ledger to cartulary_service;
grant select, insert on ledger.event to cartulary_service;
grant select, update on ledger.head to cartulary_service;
grant select, insert, update, delete on ledger.snapshot to cartulary_service;
grant execute on function ledger.append to cartulary_service;
