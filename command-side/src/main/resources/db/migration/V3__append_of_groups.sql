-- What the writer knows, the append need not find out again: the writer says where each stream of its group ends, and the
-- append proves it. All of the group is stored, or nothing.
drop function ledger.append(text[], bigint[], int[], text[], timestamptz[], bytea[]);

-- Appends a group of postings in one round trip. Of each stream that the group touches, only to read it too, it is told
-- once the last sequence that was decided on; -1 where there was none. Where streams have gone on since, nothing is
-- stored, and the answer is a row for each of them with its last sequence. Else all rows are stored in their order, and
-- the answer is one row with nothing but the first position. In each stream the rows count up from its last sequence;
-- whoever brings others is refused by the unique index.
create function ledger.append(
    head_streams text[], head_sequences bigint[],
    streams text[], sequences bigint[], names text[], recorded_at timestamptz[], events bytea[])
    returns table
            (
                stream         text,
                last           bigint,
                first_position bigint
            )
    language plpgsql
    -- The service may append and do nothing else to the events.
    security definer
    set search_path = pg_catalog, pg_temp
    -- The plans are made once and kept: they must not be those of an empty table, nor be worth compiling.
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set jit = off
    -- Shorter than the writer waits for an answer, so that nothing is stored for a writer that has gone.
    set lock_timeout = '8s'
as
$$
#variable_conflict use_column
declare
    head_position bigint;
begin
    select position into strict head_position from ledger.head where one for update;
    return query
        select h.stream, coalesce(e.sequence, -1), null::bigint
        from unnest(head_streams, head_sequences) as h(stream, expected)
                 left join lateral (select e.sequence
                                    from ledger.event e
                                    where e.stream = h.stream
                                    order by e.sequence desc
                                    limit 1) e on true
        where coalesce(e.sequence, -1) <> h.expected;
    if found then
        return;
    end if;
    insert into ledger.event (position, stream, sequence, name, recorded_at, event)
    select head_position + r.place, r.stream, r.sequence, r.name, r.recorded_at, r.event
    from unnest(streams, sequences, names, recorded_at, events)
             with ordinality as r(stream, sequence, name, recorded_at, event, place);
    update ledger.head set position = head_position + cardinality(streams) where one and cardinality(streams) > 0;
    return query select null::text, null::bigint, head_position + 1;
end
$$;

revoke all on function ledger.append from public;
grant execute on function ledger.append to cartulary_service;

-- The append is the only way in. It locks the head itself.
revoke insert on ledger.event from cartulary_service;
revoke update on ledger.head from cartulary_service;
