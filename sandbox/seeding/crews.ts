import { asText, type JsonObject } from '../world/json.ts';
import type { Crew } from './site-plan.ts';

/** Deals people out to `count` crews: most develop, a fifth tests, and each crew has two leads. */
export function dealCrews(people: readonly JsonObject[], count: number): Crew[] {
  const ids = people.map((person) => asText(person.accountId) ?? '');
  return Array.from({ length: count }, (_, crew) => {
    const own = ids.filter((_id, index) => index % count === crew);
    const testers = Math.max(1, Math.round(own.length * 0.2));
    return { leads: own.slice(0, 2), testers: own.slice(2, 2 + testers), developers: own.slice(2 + testers) };
  });
}
