import { questionPart } from './question.ts';

/** An address that asks the same scope, window and clock as `search`; what it says itself is said last. */
export function withQuestion(to: string, search: string): string {
  const [path = '', own = ''] = to.split('?');
  const next = new URLSearchParams(questionPart(new URLSearchParams(search)));
  const said = new URLSearchParams(own);
  for (const key of said.keys()) next.delete(key);
  for (const [key, value] of said) next.append(key, value);
  return next.size === 0 ? path : `${path}?${next}`;
}
