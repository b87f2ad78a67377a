-- Makes a used copy of the template empty again for the next test, and tells the shape of its
-- schema, which a test may have changed.

SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() \g /dev/null

DO $$
DECLARE used regclass;
BEGIN
    SET LOCAL session_replication_role = replica;  -- what is kept for ever in a shop goes too
    FOR used IN
        SELECT oid FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0
    LOOP
        EXECUTE format('DELETE FROM %s', used);
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL;
END $$;

-- Rows lie in the order in which they come, as in a new database.
SELECT 'VACUUM ' || string_agg(oid::regclass::text, ', ') FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0
HAVING count(*) > 0 \gexec

SELECT sum(hashtextextended(part, 0)) FROM (
    SELECT concat('class ', oid, relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT concat('column ', attrelid, ' ', attnum, ' ', xmin) FROM pg_attribute
    WHERE attrelid >= 16384
    UNION ALL
    SELECT concat('constraint ', oid, ' ', xmin) FROM pg_constraint WHERE oid >= 16384
    UNION ALL
    SELECT concat('trigger ', oid, ' ', xmin) FROM pg_trigger WHERE oid >= 16384
    UNION ALL
    SELECT concat('function ', oid, ' ', xmin) FROM pg_proc WHERE oid >= 16384
) AS shape (part);
