import type { Answer } from '../http/exchange.ts';

/** The answer with what its objects cost: issues and projects 1 point each, people 2 (JIRA-CLOUD.md 2.7). */
export function costing(objectPoints: number, answer: Answer): Answer {
  return { ...answer, objectPoints };
}
