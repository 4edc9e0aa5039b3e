import type { Connection } from 'mongoose';
import { Types } from 'mongoose';
import type { Session } from '../../server/auth/session.ts';
import type { JiraConnection } from '../../server/domain/jira-connection.ts';
import type { PipelineReference, Row } from '../questions/bench-field.ts';
import type { BenchWindow } from '../questions/bench-window.ts';

/** MongoDB's own aggregation over what is stored of one tenant. */
export interface Pipelines {
  /** The rows of the answer, and how long they took to come, ms. */
  ask(reference: PipelineReference, window: BenchWindow): Promise<{ rows: Row[]; wallMs: number }>;
}

export function openPipelines(database: Connection, session: Session, { id, stages }: JiraConnection): Pipelines {
  const owner = new Types.ObjectId(session.accountId);
  const connection = new Types.ObjectId(id);
  return {
    async ask(reference, window) {
      const startedAt = performance.now();
      const rows = await database
        .collection('issues')
        .aggregate([{ $match: { owner, connection } }, ...reference.stages(window, { owner, connection, stages })])
        .toArray();
      return { rows, wallMs: performance.now() - startedAt };
    },
  };
}
