-- Most streams of a group begin with it: every command has one of its own. That they are not there yet, the unique index of
-- the range that is written to proves by itself, so it is not asked before. Moments come as microseconds since 1970, which
-- need no parsing; the sum is exact until the year 2255.
drop function ledger.append(text[], bigint[], text[], bigint[], text[], timestamptz[], bytea[]);

-- Appends a group of postings in one round trip. Of each stream that the group goes on with or only reads, it is told once
-- the last sequence that was decided on; -1 where there is none and none is brought. A row of sequence 0 begins its stream.
-- Where streams have gone on or begun since, nothing is stored, and the answer is a row for each of them with its last
-- sequence. Else all rows are stored in their order, and the answer is one row with nothing but the first position. In each
-- stream the rows count up from its last sequence; whoever brings others is refused by the unique index.
create function ledger.append(
    head_streams text[], head_sequences bigint[],
    streams text[], sequences bigint[], names text[], recorded_at bigint[], events bytea[])
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
    at      ledger.head;
    several boolean;
    moved   boolean;
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
    moved := found;
    -- A unique index knows its own range alone: the closed ones are asked, and where several are open, so are they.
    several := exists (select
                       from ledger.partition p
                       where p.last_position > at.closed_position
                         and p.last_position < at.position + cardinality(streams));
    if not moved and (several or at.closed_position > 0) then
        perform
        from unnest(streams, sequences) as r(stream, sequence)
        where r.sequence = 0
          and (several and exists (select
                                   from ledger.event e
                                   where e.stream = r.stream
                                     and e.sequence = 0
                                     and e.position > at.closed_position
                                     and e.position <= at.position)
               or exists (select from ledger.closed_stream c where c.stream = r.stream))
        limit 1;
        moved := found;
    end if;
    if not moved then
        if at.position + cardinality(streams) > at.prepared_position then
            raise exception 'ledger.event has no partition for position %', at.prepared_position + 1
                using errcode = 'configuration_limit_exceeded', hint = 'select ledger.prepare_partition()';
        end if;
        begin
            -- All arrays are walked side by side, without a copy of them.
            insert into ledger.event (position, stream, sequence, name, recorded_at, event)
            select generate_series(at.position + 1, at.position + cardinality(streams)),
                   unnest(streams), unnest(sequences), unnest(names),
                   timestamptz 'epoch' + unnest(recorded_at) * interval '1 microsecond', unnest(events);
        exception
            when unique_violation then moved := true;
        end;
    end if;
    if moved then
        return query
            select h.stream, h.actual, null::bigint
            from (select stream, expected, coalesce(ledger.last_sequence(stream), -1) as actual
                  from (select * from unnest(head_streams, head_sequences)
                        union
                        select stream, -1 from unnest(streams, sequences) as r(stream, sequence) where sequence = 0)
                           as h(stream, expected)) h
            where h.actual <> h.expected;
        if not found then
            raise exception 'the rows of a stream do not count up from its last one' using errcode = 'unique_violation';
        end if;
        return;
    end if;
    update ledger.head set position = at.position + cardinality(streams) where one and cardinality(streams) > 0;
    return query select null::text, null::bigint, at.position + 1;
end
$$;

revoke all on function ledger.append from public;
grant execute on function ledger.append to cartulary_service;
