import { describe, expect, it } from 'vitest';
import {
  changeStages,
  type DraftStage,
  type StagesChange,
  stageInputs,
  unmapped,
} from '../../client/features/settings/stages/stages-draft.ts';

const stage = (id: string, statusIds: string[]): DraftStage => ({
  draftKey: id,
  id,
  name: id,
  kind: 'ACTIVE',
  wipLimit: null,
  statusIds,
});
const draft = [stage('ready', ['s1']), stage('doing', ['s2', 's3']), stage('done', ['s4'])];
const changedBy = (...changes: StagesChange[]) => changes.reduce(changeStages, draft as readonly DraftStage[]);
const names = (stages: readonly DraftStage[]) => stages.map((one) => one.draftKey);

describe('The draft of the stages', () => {
  it('keeps a status in one stage at most when it moves.', () => {
    const moved = changedBy({ kind: 'move', statusId: 's2', toDraftKey: 'done' });
    expect(moved.map((one) => one.statusIds)).toEqual([['s1'], ['s3'], ['s4', 's2']]);
  });

  it('makes a status unmapped by moving it nowhere, and by removing its stage.', () => {
    const statuses = ['s1', 's2', 's3', 's4'].map((id) => ({ id }));
    expect(unmapped(statuses, changedBy({ kind: 'move', statusId: 's1', toDraftKey: null }))).toEqual([{ id: 's1' }]);
    expect(unmapped(statuses, changedBy({ kind: 'remove', draftKey: 'doing' }))).toEqual([{ id: 's2' }, { id: 's3' }]);
  });

  it('moves a stage along the workflow, and not past its ends.', () => {
    expect(names(changedBy({ kind: 'shift', draftKey: 'ready', by: 1 }))).toEqual(['doing', 'ready', 'done']);
    expect(names(changedBy({ kind: 'shift', draftKey: 'ready', by: -1 }))).toEqual(['ready', 'doing', 'done']);
    expect(names(changedBy({ kind: 'shift', draftKey: 'done', by: 1 }))).toEqual(['ready', 'doing', 'done']);
  });

  it('gives each new stage a key of its own and sends it without an id.', () => {
    const added = changedBy(
      { kind: 'add' },
      { kind: 'add' },
      { kind: 'edit', draftKey: 'new-2', to: { name: ' Review ' } },
    );
    expect(names(added)).toEqual(['ready', 'doing', 'done', 'new-1', 'new-2']);
    expect(stageInputs(added).at(-1)).toEqual({ name: 'Review', kind: 'ACTIVE', statusIds: [], wipLimit: null });
  });

  it('changes nothing when told to change a stage that is not there.', () => {
    expect(changedBy({ kind: 'shift', draftKey: 'gone', by: 1 }, { kind: 'remove', draftKey: 'gone' })).toEqual(draft);
  });
});
