import { z } from 'zod';

/**
 * A text as it may be stored: no NUL (databases refuse it), no half of a surrogate pair, at most `max` UTF-16 units.
 * Texts from outside have no bound of their own.
 */
export function cleanText(text: string, max: number): string {
  const cut = text.length > max ? text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '') : text;
  return cut.replaceAll('\u0000', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** A cleaned text. */
export const text = (max: number) => z.string().transform((value) => cleanText(value, max));

/** A cleaned text that says something; surrounding white space is not part of it. */
export const nonEmpty = (max: number) =>
  z
    .string()
    .transform((value) => cleanText(value.trim(), max))
    .refine((value) => value !== '', 'is empty');

/** A native id. Jira writes them as texts, but numbers have been seen for sprints and categories. */
export const nativeId = z
  .union([z.string(), z.number().int().nonnegative()])
  .transform((value) => cleanText(String(value).trim(), 128))
  .refine((value) => value !== '', 'is empty');

/** The value, or null for anything that is not one: for what an issue can do without. */
export const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null).default(null);
