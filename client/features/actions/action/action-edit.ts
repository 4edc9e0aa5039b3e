import type { UpdateActionInput } from '../../../gql/graphql.ts';

export interface Owner {
  readonly id: string;
  readonly displayName: string;
}

/** What of an action can be edited, as its form holds it: an empty text is nothing. */
export interface Editable {
  readonly title: string;
  readonly note: string;
  readonly owner: Owner | null;
  readonly dueOn: string;
  readonly reviewOn: string;
}

export const editableFields = ['title', 'note', 'owner', 'dueOn', 'reviewOn'] as const;
export type EditableField = (typeof editableFields)[number];

interface Shown {
  readonly title: string;
  readonly note?: string | null;
  readonly owner?: Owner | null;
  readonly dueOn?: string | null;
  readonly reviewOn: string;
}

export const editableOf = ({ title, note, owner, dueOn, reviewOn }: Shown): Editable => ({
  title,
  note: note ?? '',
  owner: owner ?? null,
  dueOn: dueOn ?? '',
  reviewOn,
});

/** What is typed beside what it was made from. */
export interface Edit {
  /** The version that `base` is of. */
  readonly version: number;
  readonly base: Editable;
  readonly draft: Editable;
  /** What has been changed elsewhere since the form was opened. */
  readonly meanwhile: readonly EditableField[];
}

export const beginEdit = (version: number, base: Editable): Edit => ({ version, base, draft: base, meanwhile: [] });

const textOf = (editable: Editable, field: EditableField): string =>
  field === 'owner' ? (editable.owner?.id ?? '') : editable[field];

const differs = (a: Editable, b: Editable, field: EditableField): boolean => textOf(a, field) !== textOf(b, field);

/** The fields in which what is typed differs from what is saved. */
export const changedFields = ({ base, draft }: Edit): readonly EditableField[] =>
  editableFields.filter((field) => differs(base, draft, field));

/** Of what has been changed elsewhere, where something else is typed here. */
export const clashingFields = (edit: Edit): readonly EditableField[] =>
  changedFields(edit).filter((field) => edit.meanwhile.includes(field));

/** The same typing over what somebody else has saved: their changes come in where nothing was typed. */
export function overNewVersion(edit: Edit, version: number, saved: Editable): Edit {
  const changed = changedFields(edit);
  const news = editableFields.filter((field) => differs(edit.base, saved, field));
  return {
    version,
    base: saved,
    draft: Object.assign({}, saved, ...changed.map((field) => ({ [field]: edit.draft[field] }))),
    meanwhile: editableFields.filter((field) => edit.meanwhile.includes(field) || news.includes(field)),
  };
}

/** Gives up what is typed in a field for what is saved. */
export const takeSaved = (edit: Edit, field: EditableField): Edit => ({
  ...edit,
  draft: { ...edit.draft, [field]: edit.base[field] },
});

/** What to send: only what was changed, so that all else stays as it is; null empties. */
export function editInput(id: string, edit: Edit): UpdateActionInput & { id: string } {
  const { draft } = edit;
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const parts: Readonly<Record<EditableField, Partial<UpdateActionInput>>> = {
    title: { title: draft.title.trim() },
    note: { note: orNull(draft.note) },
    owner: { ownerId: draft.owner?.id ?? null },
    dueOn: { dueOn: orNull(draft.dueOn) },
    reviewOn: { reviewOn: draft.reviewOn },
  };
  return Object.assign({ id, version: edit.version }, ...changedFields(edit).map((field) => parts[field]));
}
