drop function ledger.append(text[], bigint[], int[], text[], timestamptz[], bytea[]);

create function ledger.append(
    head_streams text[], head_sequences bigint[],
    streams text[], sequences bigint[], names text[], recorded_at timestamptz[], events bytea[])
    returns table (stream text, last bigint, first_position bigint)
    language plpgsql
    set enable_seqscan = off
    set jit = off
    set lock_timeout = '8s'
as
$$
#variable_conflict use_column
declare
    head_position bigint;
    stored        bigint;
begin
    select position into strict head_position from ledger.head where one for update;

    return query
        select h.stream, h.last, null::bigint
        from (select expected.stream,
                     expected.sequence,
                     coalesce((select e.sequence
                               from ledger.event e
                               where e.stream = expected.stream collate "C"
                               order by e.sequence desc
                               limit 1), -1) as last
              from unnest(head_streams, head_sequences) as expected(stream, sequence)) h
        where h.last <> h.sequence;
    if found then
        return;
    end if;

    insert into ledger.event (position, stream, sequence, name, recorded_at, event)
    select head_position + r.place, r.stream, r.sequence, r.name, r.recorded_at, r.event
    from unnest(streams, sequences, names, recorded_at, events)
             with ordinality as r(stream, sequence, name, recorded_at, event, place);
    get diagnostics stored = row_count;
    update ledger.head set position = head_position + stored where one and stored > 0;
    return query select null::text, null::bigint, head_position + 1;
end
$$;
revoke all on function ledger.append(text[], bigint[], text[], bigint[], text[], timestamptz[], bytea[]) from public;
grant execute on function ledger.append(text[], bigint[], text[], bigint[], text[], timestamptz[], bytea[]) to cartulary_service;
