-- What the writer knows, the append need not find out again: the writer says where each stream of its group ends, and the
-- append proves it. All of the group is stored, or nothing.
drop function ledger.append(text[], bigint[], int[], text[], timestamptz[], bytea[]);

-- The last sequence of a stream; null where there is none.
create function ledger.last_sequence(of_stream text) returns bigint
    language plpgsql stable
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_bitmapscan = off
as
$$
declare
    at ledger.head;
begin
    select * into strict at from ledger.head;
    return coalesce(
            (select sequence
             from ledger.event
             where stream = of_stream
               and position > at.closed_position
               and position <= at.position
             order by sequence desc
             limit 1),
            (select last_sequence
             from ledger.closed_stream
             where stream = of_stream
             order by first_position desc
             limit 1));
end
$$;

-- The events of a stream from a sequence on, in their order, at most so many. Only those closed partitions are asked that
-- hold one of them, so that it does not matter how many there are.
create function ledger.read_stream(of_stream text, first_sequence bigint, size int)
    returns table
            (
                "position" bigint,
                sequence   bigint,
                event      bytea
            )
    language plpgsql stable rows 10
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_bitmapscan = off
as
$$
#variable_conflict use_column
declare
    at      ledger.head;
    closed  ledger.partition;
    missing int := size;
    found_here int;
begin
    select * into strict at from ledger.head;
    for closed in
        select p.*
        from ledger.closed_stream c
                 join ledger.partition p on p.first_position = c.first_position
        where c.stream = of_stream
          and c.last_sequence >= first_sequence
          and c.first_position <= at.closed_position
        order by c.first_position
        loop
            return query
                select position, sequence, event
                from ledger.event
                where stream = of_stream
                  and sequence >= first_sequence
                  and position between closed.first_position and closed.last_position
                order by sequence
                limit missing;
            get diagnostics found_here = row_count;
            missing := missing - found_here;
            if missing = 0 then
                return;
            end if;
        end loop;
    return query
        select position, sequence, event
        from ledger.event
        where stream = of_stream
          and sequence >= first_sequence
          and position > at.closed_position
          and position <= at.position
        order by sequence
        limit missing;
end
$$;

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
    set enable_bitmapscan = off
    set jit = off
    -- Shorter than the writer waits for an answer, so that nothing is stored for a writer that has gone.
    set lock_timeout = '8s'
as
$$
#variable_conflict use_column
declare
    at ledger.head;
begin
    select * into strict at from ledger.head where one for update;
    -- What a stream ends with is at least what is expected, or elsewhere: so no index page of a long stream is read through.
    perform
    from unnest(head_streams, head_sequences) as h(stream, expected)
    where coalesce(
                  (select e.sequence
                   from ledger.event e
                   where e.stream = h.stream
                     and e.sequence >= h.expected
                     and e.position > at.closed_position
                     and e.position <= at.position
                   order by e.sequence desc
                   limit 1),
                  (select c.last_sequence
                   from ledger.closed_stream c
                   where c.stream = h.stream
                   order by c.first_position desc
                   limit 1),
                  -1) <> h.expected
    limit 1;
    if found then
        return query
            select h.stream, h.actual, null::bigint
            from (select stream, expected, coalesce(ledger.last_sequence(stream), -1) as actual
                  from unnest(head_streams, head_sequences) as h(stream, expected)) h
            where h.actual <> h.expected;
        return;
    end if;
    if at.position + cardinality(streams) > at.prepared_position then
        raise exception 'ledger.event has no partition for position %', at.prepared_position + 1
            using errcode = 'configuration_limit_exceeded', hint = 'select ledger.prepare_partition()';
    end if;
    -- All arrays are walked side by side, without a copy of them.
    insert into ledger.event (position, stream, sequence, name, recorded_at, event)
    select generate_series(at.position + 1, at.position + cardinality(streams)),
           unnest(streams), unnest(sequences), unnest(names), unnest(recorded_at), unnest(events);
    update ledger.head set position = at.position + cardinality(streams) where one and cardinality(streams) > 0;
    return query select null::text, null::bigint, at.position + 1;
end
$$;

revoke all on function ledger.append, ledger.last_sequence, ledger.read_stream from public;
grant execute on function ledger.append, ledger.last_sequence, ledger.read_stream to cartulary_service;

-- The append is the only way in. It locks the head itself.
revoke insert on ledger.event from cartulary_service;
revoke update on ledger.head from cartulary_service;
