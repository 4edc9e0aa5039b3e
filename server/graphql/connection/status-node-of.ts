import type { JiraView } from './jira-view.ts';
import type { Workflow } from './workflow.ts';
import { StatusNode } from './workflow-nodes.ts';

/** A status by native id, '' where history tells none; one that is stored nowhere is shown under the name that history gives it. */
export function statusNodeOf(view: JiraView, workflow: Workflow, id: string, name: string): StatusNode {
  const known = workflow.statusById.get(id);
  const unknown = { id: id || 'unknown', name: name || 'Unknown', category: 'UNKNOWN', deleted: true } as const;
  return new StatusNode(view, workflow, known ?? unknown);
}
