import type { SiteWorld } from '../../sandbox/world/site-world.ts';

/** What of an issue has to be the same here and at the source, each as a text. */
export interface IssueFacts {
  readonly key: string;
  readonly project: string;
  readonly status: string;
  readonly assignee: string;
  readonly flagged: boolean;
  readonly labels: string;
  readonly updated: string;
  /** One for each item of each changelog entry, sorted. */
  readonly changes: readonly string[];
}

interface Item {
  readonly field: string;
  readonly fieldId?: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromString: string | null;
  readonly toString: string | null;
}

interface Fields {
  readonly project: { readonly id: string };
  readonly status: { readonly id: string };
  readonly assignee: { readonly accountId: string } | null;
  readonly labels: readonly string[];
  readonly customfield_10021?: unknown;
}

/** Every issue that the source has, archived ones too, by native id: read off the sandbox's own records. */
export function siteFacts(site: SiteWorld): Map<string, IssueFacts> {
  return new Map(
    [...site.state.issues.values()].map((issue) => {
      const fields = issue.fields as unknown as Fields;
      const flag = fields[(site.state.fieldIds.flagged ?? 'customfield_10021') as 'customfield_10021'];
      const facts = {
        key: issue.key,
        project: fields.project.id,
        status: fields.status.id,
        assignee: fields.assignee?.accountId ?? 'nobody',
        flagged: Array.isArray(flag) && flag.length > 0,
        labels: [...(fields.labels ?? [])].sort().join(' '),
        updated: new Date(issue.updatedAt).toISOString(),
        changes: issue.histories
          .flatMap((history, entry) =>
            (history.items as unknown as Item[]).map((item, place) =>
              changeText(String(history.id), place, issue.historyAt[entry] ?? 0, nameOf(item), {
                ids: [item.from, item.to],
                names: [item.fromString, Object.hasOwn(item, 'toString') ? item.toString : null],
              }),
            ),
          )
          .sort(),
      };
      return [issue.id, facts];
    }),
  );
}

/** Jira's name for what an item changed: by id where there is one, and the flag by its name, whose id differs. */
function nameOf({ field, fieldId }: Item): string {
  const name = field.toLowerCase();
  return name === 'flagged' || name === 'sprint' ? name : (fieldId ?? field).toLowerCase();
}

/** Fields whose sides are ids, and those that have names alone; of all others only that they changed. */
const byIds = ['status', 'assignee', 'project', 'flagged', 'resolution', 'priority'];
const byNames = ['labels', 'key', 'status'];

interface Sides {
  readonly ids: readonly (string | null)[];
  readonly names: readonly (string | null)[];
}

/** An item of a changelog entry as one text. */
export function changeText(entryId: string, place: number, at: number, field: string, { ids, names }: Sides): string {
  const shown = [byIds.includes(field) ? ids : [], byNames.includes(field) ? names : []].flat();
  const sides = shown.map((side) => side ?? '').join(' > ');
  return `${entryId}.${place} ${new Date(at).toISOString()} ${field} ${sides}`;
}
