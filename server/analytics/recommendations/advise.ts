import type { AdviceQuestion } from './advice-question.ts';
import { allRules } from './all-rules.ts';
import type { Finding, Rule, RuleId } from './rule.ts';

/** A finding and the rule that found it. */
export interface Advice {
  readonly rule: RuleId;
  readonly hygiene: boolean;
  readonly finding: Finding;
}

const poisoned = 'The history that it rests on has flaws: mend that first, and look again.';

/**
 * What all rules find, by what following it would save, the most first; what nothing can be said of comes last. What
 * makes the history unreliable stands before all, and is a caution of all the others. Kinds of money are compared here,
 * never summed. The same question has the same answer.
 */
export function advise(question: AdviceQuestion, rules: readonly Rule[] = allRules): Advice[] {
  const found = rules.flatMap((rule) => adviceOf(rule, question));
  const isPoisoned = found.some(({ hygiene }) => hygiene);
  return found
    .map((advice, place) => ({ advice, place }))
    .sort((a, b) => beforeAll(a.advice, b.advice) || byWorth(a.advice, b.advice) || a.place - b.place)
    .map(({ advice }) => (isPoisoned && !advice.hygiene ? withCaution(advice, poisoned) : advice));
}

/** What one rule finds, in its own order. */
export function adviceOf(rule: Rule, question: AdviceQuestion): Advice[] {
  return rule.find(question).map((finding) => ({ rule: rule.id, hygiene: rule.hygiene, finding }));
}

const beforeAll = (a: Advice, b: Advice): number => Number(b.hygiene) - Number(a.hygiene);

function byWorth({ finding: { worth: a } }: Advice, { finding: { worth: b } }: Advice): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.base.comparedTo(a.base);
}

function withCaution(advice: Advice, caution: string): Advice {
  return { ...advice, finding: { ...advice.finding, cautions: [...advice.finding.cautions, caution] } };
}
