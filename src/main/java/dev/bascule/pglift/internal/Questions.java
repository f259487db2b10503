package dev.bascule.pglift.internal;

/** What PostgreSQL is asked; each answer is one line of JSON. */
final class Questions {
  /** Who is on it and what would feel it. Works on PostgreSQL 13 and later. */
  static final String SESSIONS =
      """
      SELECT json_build_object(
        'applications', (SELECT coalesce(json_agg(a), '[]') FROM (
            SELECT coalesce(application_name, '') AS name, coalesce(usename::text, '') AS "user",
                   count(*) AS sessions, count(*) FILTER (WHERE state = 'active') AS active
            FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
            GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 200) a),
        'longest', (SELECT coalesce(json_agg(t), '[]') FROM (
            SELECT pid, coalesce(application_name, '') AS application,
                   coalesce(usename::text, '') AS "user",
                   extract(epoch FROM clock_timestamp() - xact_start)::bigint AS age
            FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
              AND xact_start <= clock_timestamp() - interval '1 minute'
            ORDER BY xact_start LIMIT 100) t),
        'prepared', (SELECT count(*) FROM pg_prepared_xacts),
        'backups', (SELECT count(*) FROM pg_stat_progress_basebackup)
                 + (SELECT count(*) FROM pg_stat_activity
                    WHERE application_name LIKE 'pgBackRest [backup]%'))
      """;

  /** What it is. */
  static final String FACTS =
      """
      SELECT json_build_object(
        'inRecovery', pg_is_in_recovery(),
        'dataDirectory', current_setting('data_directory'),
        'systemIdentifier', (SELECT system_identifier::text FROM pg_control_system()),
        'version', current_setting('server_version_num')::int,
        'checksums', current_setting('data_checksums') = 'on',
        'walLogHints', current_setting('wal_log_hints') = 'on')
      """;

  /** When it last loaded its configuration, in microseconds of the epoch. */
  static final String LOADED =
      "SELECT json_build_object('loadedAt', (extract(epoch FROM pg_conf_load_time()) * 1000000)::bigint)";

  /** Whether it follows another one. */
  static final String RECOVERY = "SELECT json_build_object('inRecovery', pg_is_in_recovery())";

  private Questions() {}
}
