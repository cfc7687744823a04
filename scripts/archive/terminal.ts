type Environment = Readonly<Record<string, string | undefined>>;

/** PostgreSQL copies itself better than a script could: name its tool rather than save half an installation. */
export function refusePostgres(environment: Environment): void {
  if (environment['DATABASE_CLIENT'] !== 'postgres') return;
  throw new Error(
    [
      'DATABASE_CLIENT=postgres : utilisez les outils de PostgreSQL, la base d’abord, puis les fichiers :',
      '  pg_dump --format=custom --file=yeelen.dump "$DATABASE_URL" && tar -czf media.tar.gz --exclude=.scratch -C "$MEDIA_DIR" .',
      '  pg_restore --clean --if-exists --dbname="$DATABASE_URL" yeelen.dump && tar -xzf media.tar.gz -C "$MEDIA_DIR"',
    ].join('\n'),
  );
}

/** The last word of a command that failed: its reason, and an exit code. */
export function report(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** The folder the person stood in: npm runs its commands in the project's folder, whatever that was. */
export const whereCalled = (): string => process.env['INIT_CWD'] ?? process.cwd();
