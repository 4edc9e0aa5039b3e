/** What the forms need of the schema's UserError. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
  readonly field?: readonly string[] | null;
}

export interface SortedErrors {
  /** First message per last path part: `["input", "email"]` goes to the field `email`. */
  readonly byField: Readonly<Record<string, string>>;
  /** Messages that belong to no field of this form. */
  readonly form: readonly string[];
}

export const noErrors: SortedErrors = { byField: {}, form: [] };

/** Puts each error at its field when the form has it, else above the form. */
export function sortErrors(errors: readonly ShownError[], fields: readonly string[]): SortedErrors {
  const byField: Record<string, string> = {};
  const form: string[] = [];
  for (const error of errors) {
    const name = error.field?.findLast((part) => fields.includes(part));
    if (name === undefined) form.push(error.message);
    else byField[name] ??= error.message;
  }
  return { byField, form };
}
