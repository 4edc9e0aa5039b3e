import { Types } from 'mongoose';
import type { FlowChunkRow, HistoryRow, IssueRow } from '../../server/store/models/rows.ts';
import { readColumns } from '../../server/store/owned/flow-chunk-columns.ts';
import type { Drive } from './open-drive.ts';
import { changeText, type IssueFacts } from './site-facts.ts';

/** Every issue that is stored for a connection, by native id: read off the rows of MongoDB. */
export async function storedFacts(rows: Drive['rows'], connectionId: string): Promise<Map<string, IssueFacts>> {
  const connection = new Types.ObjectId(connectionId);
  const issues = (await rows('issues').find({ connection }).toArray()) as unknown as IssueRow[];
  const histories = (await rows('histories').find({ connection }).toArray()) as unknown as HistoryRow[];
  const changes = new Map(histories.map(({ issueId, entries }) => [issueId, entries]));
  const facts = new Map(
    issues.map((issue) => [
      issue.id,
      {
        key: issue.key,
        project: issue.projectId,
        status: issue.statusId,
        assignee: issue.assigneeId ?? 'nobody',
        flagged: issue.flagged,
        labels: [...issue.labels].sort().join(' '),
        updated: issue.updatedAt.toISOString(),
        changes: (changes.get(issue.id) ?? [])
          .flatMap(({ id, at, items }) =>
            items.map((item, place) =>
              changeText(id, place, at.getTime(), item.field, {
                ids: [item.from, item.to],
                names: [item.fromName, item.toName],
              }),
            ),
          )
          .sort(),
      },
    ]),
  );
  if (facts.size !== issues.length) throw new Error('an issue is stored twice');
  if (histories.length !== issues.length) throw new Error('issues and histories are not as many');
  return facts;
}

/** Native ids in the flow table of a connection, sorted. */
export async function flowIds(rows: Drive['rows'], connectionId: string): Promise<string[]> {
  const connection = new Types.ObjectId(connectionId);
  const chunks = (await rows('flow_chunks').find({ connection }).toArray()) as unknown as FlowChunkRow[];
  return chunks.flatMap(({ chunk }) => [...readColumns(chunk).ids]).sort();
}
