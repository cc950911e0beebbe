-- Each part of the service works in a role of its own that may do what the part needs: commands append, projections write
-- the read tables, queries read. Analysts read the schema analysis, and nothing else.
do
$$
declare
    role text;
begin
    foreach role in array array ['cartulary_projection', 'cartulary_reader', 'cartulary_analyst']
        loop
            -- Roles belong to the whole server: another database of it may have brought them along.
            if not exists (select from pg_roles where rolname = role) then
                execute format('create role %I nologin', role);
            end if;
        end loop;
    execute format('grant cartulary_projection, cartulary_reader to %I', current_user);
    execute format('grant create on database %I to cartulary_projection', current_database());
    execute format('revoke create on database %I from cartulary_service', current_database());
    -- Whoever may only read has no place to write to. These rights are everybody's where nobody takes them away.
    execute format('revoke temporary on database %I from public', current_database());
    revoke create on schema public from public;
    if (select rolsuper from pg_roles where rolname = current_user) then
        -- A large object is nobody's table, so anybody may make one. Only a superuser can end that.
        revoke execute on function lo_creat(int), lo_create(oid), lo_from_bytea(oid, bytea) from public;
    end if;
end
$$;

grant usage on schema ledger to cartulary_projection, cartulary_reader;
grant select on ledger.event, ledger.head to cartulary_projection, cartulary_reader;

-- What the service had made are the read tables. They change hands as they stand, and are not filled anew.
reassign owned by cartulary_service to cartulary_projection;

do
$$
declare
    schema text;
begin
    for schema in select nspname from pg_namespace where nspowner = 'cartulary_projection'::regrole
        loop
            execute format('grant usage on schema %I to cartulary_reader', schema);
            execute format('grant select on all tables in schema %I to cartulary_reader', schema);
        end loop;
end
$$;

-- Read tables are made anew and swapped in. Whatever the projections make, queries may read from the beginning.
alter default privileges for role cartulary_projection grant usage on schemas to cartulary_reader;
alter default privileges for role cartulary_projection grant select on tables to cartulary_reader;

-- The views that analysts read. The projections make them together with the tables that they show.
create schema analysis authorization cartulary_projection;
grant usage on schema analysis to cartulary_analyst;
alter default privileges for role cartulary_projection in schema analysis grant select on tables to cartulary_analyst;

-- Makes a login for an analyst, still without a password. A role's settings are those of a session that logs in as it, so
-- they are set here and not on cartulary_analyst. They keep an analyst's mistake from standing in anybody's way: a session
-- may change them, but not what it may read.
create function ledger.create_analyst(name text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
begin
    if name is null or name !~ '^[a-z][a-z0-9_]{0,62}$' or name ~ '^(pg|cartulary)_' then
        raise exception 'an analyst can''t be named %', quote_nullable(name)
            using errcode = 'invalid_name',
                hint = 'Use lower-case letters, digits and underscores, and begin with a letter; not with pg_ or cartulary_.';
    end if;
    execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication inherit'
                       ' connection limit 5 in role cartulary_analyst', name);
    execute format('alter role %I set default_transaction_read_only = on', name);
    execute format('alter role %I set statement_timeout = ''60s''', name);
    execute format('alter role %I set lock_timeout = ''5s''', name);
    execute format('alter role %I set idle_in_transaction_session_timeout = ''60s''', name);
    execute format('alter role %I set search_path = analysis', name);
    if current_setting('server_version_num')::int >= 170000 then
        -- Many short statements in one transaction hold back the cleaning of tables as one long statement does.
        execute format('alter role %I set transaction_timeout = ''10min''', name);
    end if;
end
$$;

-- Ends the analyst's sessions and removes the login. Nothing of the ledger goes with it, for an analyst owns nothing.
create function ledger.drop_analyst(name text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
begin
    -- Owners of ledgers on this server may hand the role on, and may be members for that.
    if (select bool_or(admin_option)
        from pg_auth_members
        where roleid = 'cartulary_analyst'::regrole
          and member = to_regrole(quote_ident(name))) is distinct from false then
        raise exception 'there is no analyst named %', quote_nullable(name) using errcode = 'undefined_object';
    end if;
    execute format('alter role %I nologin', name);
    execute format('grant %I to %I', name, current_user);
    perform pg_terminate_backend(pid) from pg_stat_activity where usename = name;
    execute format('drop role %I', name);
end
$$;

revoke all on function ledger.create_analyst, ledger.drop_analyst from public;
