import { Draw } from '../seeding/draw.ts';

/** Whether a bulk answer leaves this issue out, for a share of all issues; always the same ones, so that asking again is no help. */
export function isOmitted(issueId: string, share: number | undefined): boolean {
  return share !== undefined && new Draw(Number(issueId) || 0).chance(share);
}
