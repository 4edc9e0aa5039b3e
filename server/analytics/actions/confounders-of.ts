import type { Circumstances } from '../../domain/action.ts';

/** By how much the number of people has to change to say so. */
const mostByChance = 0.2;

/** What else has changed between two moments and may have moved a metric, a sentence each. */
export function confoundersOf(before: Circumstances, now: Circumstances): string[] {
  const sentences: string[] = [];
  if (now.stages !== before.stages)
    sentences.push('The stages, or what they hold, have changed: what came before is read by the present ones.');
  if (now.calendar !== before.calendar)
    sentences.push('The working calendar has changed: working days are not what they were.');
  if (now.team !== before.team) sentences.push('The projects that it is measured on have changed.');
  if (now.people !== before.people && Math.abs(now.people - before.people) >= mostByChance * before.people)
    sentences.push(`${now.people} people owned work, where it had been ${before.people}.`);
  if (now.blockedByLinks !== before.blockedByLinks)
    sentences.push(
      now.blockedByLinks
        ? 'Issues linked as blocked count as blocked now, and did not before.'
        : 'Issues linked as blocked no longer count as blocked.',
    );
  if (now.currency !== before.currency)
    sentences.push(`Money is told in ${now.currency}, and was in ${before.currency}.`);
  return sentences;
}
