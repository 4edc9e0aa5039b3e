/** The little of DuckDB's Node API that is used here. */
export interface DuckDbApi {
  readonly DuckDBInstance: { create(path: string, options: Record<string, string>): Promise<DuckDbInstance> };
  readonly DuckDBDataChunk: { create(types: readonly unknown[]): DuckDbChunk };
  readonly BOOLEAN: unknown;
  readonly INTEGER: unknown;
  readonly VARCHAR: unknown;
}

interface DuckDbInstance {
  connect(): Promise<DuckDbConnection>;
  closeSync(): void;
}

export interface DuckDbConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJS(): Record<string, unknown>[] }>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: DuckDbChunk): void; closeSync(): void }>;
  closeSync(): void;
}

interface DuckDbChunk {
  rowCount: number;
  setColumns(columns: readonly (readonly unknown[])[]): void;
  reset(): void;
}

/** Null, with a line for the person who waits, where npm has no DuckDB for this platform. */
export async function loadDuckDb(log: (line: string) => void): Promise<DuckDbApi | null> {
  // By a name in a variable: whether the package is there is found out at run time.
  const packageName = '@duckdb/node-api';
  try {
    return (await import(packageName)) as DuckDbApi;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error;
    log(`DuckDB cannot be had here, so nothing is compared with it: ${reason}`);
    return null;
  }
}
