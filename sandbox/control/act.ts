import type { ActOptions, SiteWorld } from '../world/site-world.ts';
import { type ActRequest, actRequest } from './act-request.ts';
import { type ControlCall, readControlBody } from './control-call.ts';
import { ControlError } from './control-error.ts';
import { readAddition, readEdition } from './read-content.ts';
import { SiteNames } from './site-names.ts';

/** What was acted upon: an issue, or a project. Nothing where it was neither. */
interface Acted {
  readonly id?: string;
  readonly key?: string;
}

/** POST /sandbox/sites/{id or name}/acts: a hand in a site, as tests have it in the process. */
export function act(call: ControlCall): Acted {
  const idOrName = decode(call.params.site ?? '');
  const isMeant = ({ id, state }: SiteWorld) => id === idOrName || state.catalog.name === idOrName;
  const site = call.world.sites.find(isMeant);
  if (!site) throw new ControlError(404, `The sandbox has no site ${idOrName}.`);
  const request = readControlBody(call, actRequest);
  site.advance(call.at);
  const { id, key } = perform(site, request, new SiteNames(site.state)) ?? {};
  return id === undefined || key === undefined ? {} : { id, key };
}

function perform(site: SiteWorld, request: ActRequest, names: SiteNames): Acted | undefined {
  const options = readHand(request, names);
  switch (request.act) {
    case 'add':
      return site.addIssue(readAddition(request, site.state, names), options);
    case 'edit':
      return site.editIssue(names.issue(request.issue).id, readEdition(request, names), options);
    case 'transition':
      return site.transition(
        names.issue(request.issue).id,
        statusOf(request.issue, request.status, site, names),
        options,
      );
    case 'flag':
    case 'unflag': {
      const reason = request.reason === undefined ? {} : { reason: request.reason };
      return site.flag(names.issue(request.issue).id, { ...options, ...reason, flagged: request.act === 'flag' });
    }
    case 'comment':
      return site.comment(names.issue(request.issue).id, request.text, options);
    case 'move': {
      const target = names.project(request.project);
      const status = request.status === undefined ? {} : { status: names.status(request.status, target) };
      return site.moveIssue(names.issue(request.issue).id, target.id, { ...options, ...status });
    }
    case 'delete': {
      const { id, key } = names.issue(request.issue);
      site.deleteIssue(id, options);
      return { id, key };
    }
    default:
      return setSight(site, request, names);
  }
}

type SightRequest = Exclude<
  ActRequest,
  { act: 'add' | 'edit' | 'transition' | 'flag' | 'unflag' | 'comment' | 'move' | 'delete' }
>;

/** Acts of no person: what is shown to whom, and made-up histories. No webhook tells of them. */
function setSight(site: SiteWorld, request: SightRequest, names: SiteNames): Acted | undefined {
  switch (request.act) {
    case 'archive-issue':
    case 'unarchive-issue': {
      const issue = names.issue(request.issue);
      if (request.act === 'archive-issue') site.archiveIssue(issue.id);
      else site.unarchiveIssue(issue.id);
      return issue;
    }
    case 'archive-project':
    case 'unarchive-project': {
      const project = names.project(request.project);
      if (request.act === 'archive-project') site.archiveProject(project.id);
      else site.unarchiveProject(project.id);
      return project;
    }
    case 'hide':
    case 'show': {
      const { what } = request;
      const account = names.account(request.account);
      const thing =
        'issue' in what ? names.issue(what.issue) : 'project' in what ? names.project(what.project) : undefined;
      if (request.act === 'hide') site.hide(account, what);
      else site.show(account, what);
      return thing;
    }
    case 'corrupt':
    case 'heal': {
      const issue = names.issue(request.issue);
      if (request.act === 'corrupt') site.corrupt(issue.id, request.oddity);
      else site.heal(issue.id);
      return issue;
    }
    case 'add-histories': {
      const issue = names.issue(request.issue);
      site.addHistories(issue.id, request.count, request.kind);
      return issue;
    }
    case 'remove-user':
      site.removeUser(names.user(request.accountId), request.as);
      return undefined;
  }
}

function readHand(request: ActRequest, names: SiteNames): ActOptions {
  const { by, at } = { by: undefined, at: undefined, ...request };
  return { ...(by === undefined ? {} : { by: names.person(by) }), ...(at === undefined ? {} : { at }) };
}

function statusOf(issue: string, status: string, site: SiteWorld, names: SiteNames): string {
  const { key } = names.issue(issue);
  return names.status(status, site.state.project(key.slice(0, key.lastIndexOf('-'))));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
