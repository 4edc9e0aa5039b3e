import { describe, expect, it } from 'vitest';
import {
  beginEdit,
  changedFields,
  clashingFields,
  editableOf,
  editInput,
  overNewVersion,
  takeSaved,
} from '../../client/features/actions/action/action-edit.ts';

const bo = { id: 'p1', displayName: 'Bo' };
const saved = editableOf({ title: 'Limit review', note: null, owner: bo, dueOn: null, reviewOn: '2026-08-01' });
const typed = (part: Partial<typeof saved>) => ({ ...beginEdit(1, saved), draft: { ...saved, ...part } });

describe('The edit of an action', () => {
  it('sends only what was changed, and null for what was emptied.', () => {
    expect(editInput('a', typed({ title: ' Limit review to 3 ' }))).toEqual({
      id: 'a',
      version: 1,
      title: 'Limit review to 3',
    });
    expect(editInput('a', typed({ owner: null, note: 'Now.' }))).toEqual({
      id: 'a',
      version: 1,
      ownerId: null,
      note: 'Now.',
    });
  });

  it('takes in what somebody else has saved where nothing was typed, and keeps what was.', () => {
    const next = overNewVersion(typed({ title: 'Mine' }), 2, { ...saved, title: 'Theirs', dueOn: '2026-07-01' });
    expect(next.draft).toEqual({ ...saved, title: 'Mine', dueOn: '2026-07-01' });
    expect(next.meanwhile).toEqual(['title', 'dueOn']);
    expect(clashingFields(next)).toEqual(['title']);
    expect(editInput('a', next)).toEqual({ id: 'a', version: 2, title: 'Mine' });
  });

  it('gives up what was typed for what is saved.', () => {
    const next = takeSaved(overNewVersion(typed({ title: 'Mine' }), 2, { ...saved, title: 'Theirs' }), 'title');
    expect(changedFields(next)).toEqual([]);
    expect(clashingFields(next)).toEqual([]);
    expect(next.draft.title).toBe('Theirs');
  });

  it('has no clash when both have typed the same.', () => {
    const next = overNewVersion(typed({ title: 'Same' }), 2, { ...saved, title: 'Same' });
    expect(clashingFields(next)).toEqual([]);
    expect(changedFields(next)).toEqual([]);
  });

  it('knows an owner by the id, however the name is written.', () => {
    expect(changedFields(typed({ owner: { id: 'p1', displayName: 'Bo B.' } }))).toEqual([]);
    expect(changedFields(typed({ owner: { id: 'p2', displayName: 'Bo' } }))).toEqual(['owner']);
  });
});
