import type { Reader } from '../../store/repository/reader.ts';
import { AuditEventNode } from '../account/audit-types.ts';
import { SessionNode } from '../account/session-node.ts';
import { AccessTokenNode } from '../account/tokens/access-token-types.ts';
import { ViewerNode } from '../account/viewer-node.ts';
import { ActionNode } from '../actions/action-node.ts';
import { recommended } from '../actions/recommended.ts';
import { JiraConnectionNode } from '../connection/jira-connection-node.ts';
import { JiraView } from '../connection/jira-view.ts';
import { PersonNode } from '../connection/person-node.ts';
import { ProjectNode } from '../connection/project-node.ts';
import { TeamNode } from '../connection/team-node.ts';
import { StageNode, StatusNode } from '../connection/workflow-nodes.ts';
import type { Context } from '../context.ts';
import { issueNode } from '../issues/issue-page.ts';
import { toldRequest } from '../privacy/told-request.ts';
import type { Node } from '../shared/node.ts';
import { type ConnectedType, type OwnType, readNodeId } from '../shared/node-id.ts';
import { SyncRunNode } from '../sync/sync-run-node.ts';

/** The viewer's thing with this id, or null: asked through the same repository as everything else. */
export async function findNode(repository: Reader, context: Surroundings, id: string): Promise<Node | null> {
  const name = readNodeId(id);
  if (!name) return null;
  if (name.type === 'Viewer') return name.nativeId === repository.id ? new ViewerNode(repository) : null;
  if (isOfAccount(name.type)) return nodeOfAccount(repository, context, name.type, name.nativeId);
  const jira = await repository.jiraConnection();
  if (!jira) return null;
  const view = new JiraView(jira, repository, context.flowTables);
  if (name.type === 'JiraConnection') return name.nativeId === jira.connection.id ? new JiraConnectionNode(view) : null;
  return name.connectionId === jira.connection.id ? connectedNode(view, name.type, name.nativeId) : null;
}

type Surroundings = Pick<Context, 'flowTables' | 'appUrl'>;

/** Types of what concerns the account itself: no program's token finds them, as none reads them below the viewer. */
type AccountType = Exclude<OwnType, 'Viewer' | 'JiraConnection'>;

const isOfAccount = (type: ConnectedType | OwnType): type is AccountType =>
  ['Session', 'AccessToken', 'AuditEvent', 'DataRequest'].includes(type);

async function nodeOfAccount(
  repository: Reader,
  context: Surroundings,
  type: AccountType,
  nativeId: string,
): Promise<Node | null> {
  if (repository.scopes !== null) return null;
  switch (type) {
    case 'Session': {
      const signIn = (await repository.signIns()).find((candidate) => candidate.id === nativeId);
      return signIn ? new SessionNode(signIn) : null;
    }
    case 'AccessToken': {
      const token = (await repository.accessTokens()).find((candidate) => candidate.id === nativeId);
      return token ? new AccessTokenNode(token) : null;
    }
    case 'AuditEvent': {
      const event = await repository.auditLog.byId(nativeId);
      return event && new AuditEventNode(event);
    }
    case 'DataRequest': {
      const request = await repository.dataRequests.byId(nativeId);
      return request && toldRequest(request, context);
    }
  }
}

async function connectedNode(view: JiraView, type: ConnectedType, nativeId: string): Promise<Node | null> {
  switch (type) {
    case 'Project': {
      const project = await view.reader.projects.byId(nativeId);
      return project && new ProjectNode(view, project);
    }
    case 'Person': {
      const person = await view.reader.people.byId(nativeId);
      return person && new PersonNode(view, person);
    }
    case 'Team': {
      const team = (await view.teams()).find((candidate) => candidate.id === nativeId);
      return team ? new TeamNode(view, team) : null;
    }
    case 'Status': {
      const workflow = await view.workflow();
      const status = workflow.statusById.get(nativeId);
      return status ? new StatusNode(view, workflow, status) : null;
    }
    case 'Stage': {
      const workflow = await view.workflow();
      const stage = workflow.stages.find((candidate) => candidate.id === nativeId);
      return stage ? new StageNode(view, workflow, stage) : null;
    }
    case 'Issue': {
      const issue = await view.reader.issues.byId(nativeId);
      return issue && issueNode(view, issue);
    }
    case 'SyncRun': {
      const run = await view.reader.syncRuns.byId(nativeId);
      return run && new SyncRunNode(view.connectionId, run, new Date());
    }
    case 'Action': {
      const action = await view.reader.action(nativeId);
      return action && new ActionNode(view, action);
    }
    case 'Recommendation':
      return (await recommended(view, nativeId))?.node ?? null;
  }
}
