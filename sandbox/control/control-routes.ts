import { accountStatuses, setAccountStatus } from './account-switches.ts';
import { act } from './act.ts';
import { advanceClock, showClock } from './clock-switches.ts';
import type { ControlCall } from './control-call.ts';
import { changeFaults, clearFaults, setFaults, showFaults } from './fault-switches.ts';
import { clearJournal, reset, showJournal } from './journal-switches.ts';
import { revokeGrants } from './revoke-grants.ts';
import { showSites } from './show-sites.ts';
import { showWebhooks } from './show-webhooks.ts';

export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` stands for one segment. */
  readonly pattern: string;
  /** Gives the body of a 200. Throws ControlError. */
  readonly answer: (call: ControlCall) => unknown;
}

export const controlRoutes: readonly ControlRoute[] = [
  { method: 'GET', pattern: '/sandbox/faults', answer: showFaults },
  { method: 'PUT', pattern: '/sandbox/faults', answer: setFaults },
  { method: 'PATCH', pattern: '/sandbox/faults', answer: changeFaults },
  { method: 'DELETE', pattern: '/sandbox/faults', answer: clearFaults },
  { method: 'GET', pattern: '/sandbox/journal', answer: showJournal },
  { method: 'DELETE', pattern: '/sandbox/journal', answer: clearJournal },
  { method: 'POST', pattern: '/sandbox/reset', answer: reset },
  { method: 'GET', pattern: '/sandbox/clock', answer: showClock },
  { method: 'POST', pattern: '/sandbox/clock', answer: advanceClock },
  { method: 'GET', pattern: '/sandbox/sites', answer: showSites },
  { method: 'POST', pattern: '/sandbox/sites/{site}/acts', answer: act },
  { method: 'POST', pattern: '/sandbox/grants/revoke', answer: revokeGrants },
  { method: 'GET', pattern: '/sandbox/webhooks', answer: showWebhooks },
  { method: 'GET', pattern: '/sandbox/accounts', answer: accountStatuses },
  { method: 'POST', pattern: '/sandbox/accounts', answer: setAccountStatus },
];
