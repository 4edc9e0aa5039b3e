import type { UserError } from '../../domain/user-error.ts';
import { isDate } from './is-date.ts';

export type Refuse = (field: string, message: string) => void;

/** Collects what is wrong with an input, each with its field. */
export function invalidParts(): { readonly errors: UserError[]; readonly refuse: Refuse } {
  const errors: UserError[] = [];
  return {
    errors,
    refuse: (field, message) => {
      errors.push({ code: 'INVALID', message, field: [field] });
    },
  };
}

const mostOfTitle = 200;
const mostOfNote = 5_000;
const mostOfReason = 1_000;

export function titleOf(text: string | null, refuse: Refuse): string {
  const title = text?.trim().normalize('NFC') ?? '';
  if (title === '' || title.length > mostOfTitle)
    refuse('title', `An action needs a title of up to ${mostOfTitle} characters.`);
  return title;
}

/** A note of nothing but space is none. */
export function noteOf(text: string | null, refuse: Refuse): string | null {
  const note = text?.trim() ?? '';
  if (note.length > mostOfNote) refuse('note', 'A note has 5,000 characters at most.');
  return note === '' ? null : note;
}

export function reasonOf(text: string | null, refuse: Refuse): string {
  const reason = text?.trim() ?? '';
  if (reason === '' || reason.length > mostOfReason)
    refuse('dismissReason', 'To dismiss an action, say why in up to 1,000 characters.');
  return reason;
}

export function dateOf(field: string, date: string | null, refuse: Refuse): string | null {
  if (date !== null && !isDate(date)) refuse(field, 'A date looks like 2024-02-29.');
  return date;
}

export function reviewDateOf(date: string | null, refuse: Refuse): string {
  if (date === null) refuse('reviewOn', 'An action needs a day on which it is reviewed.');
  return dateOf('reviewOn', date, refuse) ?? '';
}
