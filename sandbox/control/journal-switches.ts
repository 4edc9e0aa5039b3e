import type { JournalEntry } from '../http/journal.ts';
import type { ControlCall } from './control-call.ts';

/** GET /sandbox/journal */
export function showJournal(call: ControlCall): { entries: readonly JournalEntry[] } {
  return { entries: call.journal.entries };
}

/** DELETE /sandbox/journal */
export function clearJournal(call: ControlCall): { entries: readonly JournalEntry[] } {
  call.journal.clear();
  return showJournal(call);
}

/** POST /sandbox/reset: no faults and an empty journal, as at the start. Sites, grants and the clock stay as they are. */
export function reset(call: ControlCall): { entries: readonly JournalEntry[] } {
  call.faults.clear();
  return clearJournal(call);
}
