import type { FlowProfile } from './flow-profile.ts';
import { dayMs } from './live-issue.ts';

/**
 * Eight statuses from Backlog to Done. For 95 days reviews have been falling behind: a stay in Waiting for Review is the
 * longer the later it begins, so that fewer issues leave it than come in.
 */
export function northwindFlow(anchor: number): FlowProfile {
  const own = (company: string, lab: string) => ({ '*': company, '10003': lab });
  return {
    stages: [
      { status: own('10000', '10020'), kind: 'backlog', medianDays: 13, spread: 1.1 },
      { status: own('10001', '10021'), kind: 'ready', medianDays: 2.5, spread: 0.8, flagged: 0.02 },
      { status: own('3', '10022'), kind: 'active', medianDays: 2.2, spread: 0.8, taker: 'developer', flagged: 0.13 },
      { status: own('10002', '10023'), kind: 'queue', medianDays: 0.7, spread: 0.8, flagged: 0.03 },
      {
        status: own('10003', '10024'),
        kind: 'active',
        medianDays: 0.35,
        spread: 0.8,
        sentBack: { to: 2, chance: 0.2 },
      },
      { status: own('10004', '10025'), kind: 'queue', medianDays: 0.5, spread: 0.7, skipped: 0.12 },
      {
        status: own('10005', '10026'),
        kind: 'active',
        medianDays: 0.6,
        spread: 0.7,
        taker: 'tester',
        skipped: 0.08,
        sentBack: { to: 2, chance: 0.11 },
        flagged: 0.05,
      },
      { status: own('10006', '10027'), kind: 'done', medianDays: 0, spread: 0 },
    ],
    startStage: 2,
    discarded: 0.08,
    closedFromBacklog: 0.02,
    reopened: 0.05,
    handedOver: 0.2,
    moved: 0.015,
    resolutions: { done: '10000', discarded: '10001', duplicate: '10002' },
    slowing: {
      stage: 3,
      since: anchor - 95 * dayMs,
      growth: { '10000': 0.55, '10001': 0.45, '10002': 0.3, '10003': 0.05 },
    },
    detours: [
      { after: 4, status: '10010', chance: 0.2, until: anchor - 230 * dayMs, except: '10003' },
      { after: 1, status: '10011', chance: 0.1, until: anchor - 300 * dayMs, except: '10003' },
    ],
  };
}
