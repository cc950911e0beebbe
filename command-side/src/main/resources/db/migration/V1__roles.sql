-- The service works as a role of its own that owns nothing in the ledger, so that no statement of it can
-- change or delete a stored event. Only the owner, who runs these migrations, may alter the schema.
do
$$
begin
    -- Roles belong to the whole server: another database of it may have brought this one along.
    if not exists (select from pg_roles where rolname = 'cartulary_service') then
        create role cartulary_service nologin;
    end if;
    execute format('grant cartulary_service to %I', current_user);
    -- The projections make and swap their read schemas themselves.
    execute format('grant create on database %I to cartulary_service', current_database());
end
$$;
