import type { FlowView } from '../../server/analytics/flow-view/flow-view.ts';
import { milestones } from '../../server/analytics/flow-view/milestones.ts';
import { segmentEnds } from '../../server/analytics/flow-view/segment-ends.ts';
import { segmentStates } from '../../server/analytics/flow-view/segment-states.ts';
import { segmentStatuses } from '../../server/analytics/flow-view/segment-statuses.ts';
import { stageKindCode } from '../../server/analytics/flow-view/stage-kind-code.ts';
import { stageVisits } from '../../server/analytics/flow-view/stage-visits.ts';
import { statusPlaces } from '../../server/analytics/flow-view/status-places.ts';
import { bookedRows } from '../../server/analytics/money/labour/booked-rows.ts';
import { rowFlaws } from '../../server/analytics/quality/row-flaws.ts';
import type { Row } from '../questions/bench-field.ts';
import { type DuckDbApi, type DuckDbConnection, loadDuckDb } from './duckdb-api.ts';
import { workingMacro } from './working-clock.ts';

/** DuckDB with the columns of a flow view in memory. */
export interface DuckDb {
  /** The rows of each statement's answer, and the CPU of this process that they took, ms. */
  ask(statements: readonly string[]): Promise<{ answers: Row[][]; cpuMs: number }>;
  close(): void;
}

/**
 * Loads what our own figures are made from, when they are warm: columns of issues, of their segments and of their visits
 * to stages. One thread, as one of our queries has: what is compared is the cost of an answer. Null where npm has no
 * DuckDB for this platform.
 */
export async function openDuckDb(view: FlowView, log: (line: string) => void): Promise<DuckDb | null> {
  const api = await loadDuckDb(log);
  if (!api) return null;
  const instance = await api.DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(workingMacro);
  await fill(api, connection, issueColumns(view), 'issues');
  await fill(api, connection, segmentColumns(view), 'segments');
  await fill(api, connection, visitColumns(view), 'visits');
  await fill(api, connection, stageColumns(view), 'stages');
  return {
    async ask(statements) {
      const before = process.cpuUsage();
      const answers: Row[][] = [];
      for (const statement of statements) {
        const reader = await connection.runAndReadAll(statement);
        answers.push(reader.getRowObjectsJS());
      }
      const { user, system } = process.cpuUsage(before);
      return { answers, cpuMs: (user + system) / 1000 };
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

type SqlType = 'INTEGER' | 'VARCHAR' | 'BOOLEAN';

interface Column {
  readonly type: SqlType;
  readonly values: ArrayLike<number> | readonly string[];
}

const numbers = (values: ArrayLike<number>): Column => ({ type: 'INTEGER', values });
const flags = (values: ArrayLike<number>): Column => ({ type: 'BOOLEAN', values });
const texts = (values: readonly string[]): Column => ({ type: 'VARCHAR', values });

function issueColumns(view: FlowView): Record<string, Column> {
  const { table } = view;
  const { startedAt, doneAt, firstDoneAt, discarded, closedWithoutHistory } = view.derive(milestones);
  const named = (column: Uint32Array): Column => texts(Array.from(column, (place) => table.strings[place] ?? ''));
  return {
    row: numbers(Uint32Array.from(table.ids, (_, row) => row)),
    booked: numbers(view.derive(bookedRows)),
    id: texts(table.ids),
    key: texts(table.keys),
    project: named(table.project),
    type: named(table.type),
    priority: named(table.priority),
    subtask: flags(table.subtask),
    created_at: numbers(table.createdAt),
    started_at: numbers(startedAt),
    done_at: numbers(doneAt),
    first_done_at: numbers(firstDoneAt),
    discarded: flags(discarded),
    closed_without_history: flags(closedWithoutHistory),
    flaws: numbers(view.derive(rowFlaws)),
  };
}

function segmentColumns(view: FlowView): Record<string, Column> {
  const { table } = view;
  const statuses = view.derive(segmentStatuses);
  const places = view.derive(statusPlaces);
  return {
    row: numbers(rowsOf(table.segmentStart)),
    begins: numbers(table.segmentFrom),
    ends: numbers(view.derive(segmentEnds)),
    status: texts(Array.from(statuses, (place) => table.strings[place] ?? '')),
    stage: numbers(Array.from(statuses, (place) => places.stage[place] ?? -1)),
    assignee: numbers(table.segmentAssignee),
    project: numbers(table.segmentProject),
    bits: numbers(table.segmentBits),
    state: numbers(view.derive(segmentStates)),
  };
}

function visitColumns(view: FlowView): Record<string, Column> {
  const { start, stage, kind, from, to } = view.derive(stageVisits);
  return {
    row: numbers(rowsOf(start)),
    stage: numbers(stage),
    kind: numbers(kind),
    begins: numbers(from),
    ends: numbers(to),
  };
}

function stageColumns({ stages }: FlowView): Record<string, Column> {
  return {
    stage: numbers(stages.map((_, index) => index)),
    name: texts(stages.map(({ name }) => name)),
    kind: numbers(stages.map(({ kind }) => stageKindCode[kind])),
  };
}

/** The row that owns each element of a column that is cut by `start`. */
function rowsOf(start: Uint32Array): Uint32Array {
  const rows = new Uint32Array(start[start.length - 1] ?? 0);
  for (let row = 0; row + 1 < start.length; row += 1) rows.fill(row, start[row], start[row + 1]);
  return rows;
}

/** What `stillOpen` becomes: the greatest of DuckDB's four-byte numbers. */
const latest = 2 ** 31 - 1;

/** Rows that DuckDB takes at once. */
const chunkRows = 2048;

async function fill(
  { DuckDBDataChunk, ...types }: DuckDbApi,
  connection: DuckDbConnection,
  columns: Record<string, Column>,
  table: string,
): Promise<void> {
  const entries = Object.entries(columns);
  await connection.run(`CREATE TABLE ${table} (${entries.map(([name, { type }]) => `"${name}" ${type}`).join(', ')})`);
  const appender = await connection.createAppender(table);
  const count = entries[0]?.[1].values.length ?? 0;
  const chunk = DuckDBDataChunk.create(entries.map(([, { type }]) => types[type]));
  for (let from = 0; from < count; from += chunkRows) {
    const length = Math.min(chunkRows, count - from);
    const part = entries.map(([, { type, values }]) =>
      Array.from({ length }, (_, place) => inSql(type, values[from + place] ?? 0)),
    );
    chunk.rowCount = length;
    chunk.setColumns(part);
    appender.appendDataChunk(chunk);
    chunk.reset();
  }
  appender.closeSync();
}

function inSql(type: SqlType, value: number | string): number | string | boolean {
  if (type === 'BOOLEAN') return value === 1;
  return typeof value === 'string' ? value : Math.min(value, latest);
}
