import { describe, expect, it } from 'vitest';
import type { Project } from '../../server/domain/project.ts';
import type { Team } from '../../server/domain/team.ts';
import type { Outcome } from '../../server/domain/user-error.ts';
import { editTeam, removeTeam, type TeamEdit } from '../../server/store/repository/team-edit.ts';

const project = (id: string, name: string): Project => ({ id, key: name.toUpperCase(), name, archived: false });
const projects = [project('1', 'Core'), project('2', 'Web'), project('3', 'Mobile')];
const team = (id: string, name: string, projectIds: string[], memberIds: string[] = []): Team => ({
  id,
  name,
  projectIds,
  memberIds,
});
const saved = [team('t1', 'Platform', ['1'], ['ari'])];
const knownPeople = new Set(['ari', 'bela']);

const edit = (to: Partial<TeamEdit>, among: readonly Team[] = saved) =>
  editTeam(
    { id: null, name: 'Front', projectIds: ['2'], memberIds: null, ...to },
    { saved: among, projects, knownPeople },
  );
const faults = (outcome: Outcome<unknown>): string[] =>
  outcome.ok ? [] : outcome.errors.map(({ code, field }) => `${code} ${field?.join('.')}`);

describe('A team that somebody asks for', () => {
  it('is added behind the others when it has no id, without members unless some are named.', () => {
    const outcome = edit({ name: '  Front  ', memberIds: ['bela', 'bela'], projectIds: ['2', '2'] });
    expect(outcome).toMatchObject({
      ok: true,
      value: { team: { name: 'Front', projectIds: ['2'], memberIds: ['bela'] } },
    });
    const made = outcome.ok ? outcome.value : null;
    expect(made?.team.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(made?.teams).toEqual([...saved, made?.team]);
    expect(edit({})).toMatchObject({ value: { team: { memberIds: [] } } });
  });

  it('replaces the one with its id in its place, and keeps its members unless they are named.', () => {
    const among = [...saved, team('t2', 'Front', ['2'])];
    const changed = edit({ id: 't1', name: 'Base', projectIds: ['3'] }, among);
    expect(changed).toMatchObject({
      value: { teams: [{ id: 't1', name: 'Base', projectIds: ['3'], memberIds: ['ari'] }, { id: 't2' }] },
    });
    expect(edit({ id: 't1', name: 'Base', projectIds: [], memberIds: [] }, among)).toMatchObject({
      value: { team: { projectIds: [], memberIds: [] } },
    });
  });

  it('is refused when its id is none of a team, be it a project that a team has.', () => {
    expect(faults(edit({ id: 'nothing' }))).toEqual(['NOT_FOUND input.id']);
    expect(faults(edit({ id: '' }))).toEqual(['NOT_FOUND input.id']);
    expect(faults(edit({ id: '1' }))).toEqual(['NOT_FOUND input.id']);
  });

  it('is a saved one, of the same id, when it was a project on its own, and then keeps the project.', () => {
    const made = edit({ id: '2', name: 'Site', projectIds: ['2', '3'] });
    expect(made).toMatchObject({ value: { team: { id: '2', name: 'Site', projectIds: ['2', '3'] } } });
    const teams = made.ok ? made.value.teams : [];
    expect(faults(edit({ id: '2', name: 'Site', projectIds: ['3'] }, teams))).toEqual(['INVALID input.projectIds']);
    expect(faults(edit({ id: '2', name: 'Site', projectIds: [] }))).toEqual(['INVALID input.projectIds']);
  });

  it('never takes a project from another saved team, and says whose it is.', () => {
    const outcome = edit({ projectIds: ['2', '1'] });
    expect(faults(outcome)).toEqual(['INVALID input.projectIds.1']);
    expect(outcome.ok ? '' : outcome.errors[0]?.message).toContain('"Platform"');
  });

  it('keeps what of its projects is out of sight.', () => {
    const among = [team('t1', 'Platform', ['1', 'gone'])];
    expect(edit({ id: 't1', name: 'Platform', projectIds: ['2'] }, among)).toMatchObject({
      value: { team: { projectIds: ['2', 'gone'] } },
    });
  });

  it.each(['', '   ', 'x'.repeat(101)])('is refused with the name "%s".', (name) => {
    expect(faults(edit({ name }))).toEqual(['INVALID input.name']);
  });

  it('is called as no other team, saved or a project on its own, in any case.', () => {
    expect(faults(edit({ name: 'PLATFORM' }))).toEqual(['INVALID input.name']);
    expect(faults(edit({ name: 'mobile' }))).toEqual(['INVALID input.name']);
    // These are no teams of that name any more.
    expect(faults(edit({ name: 'Core' }))).toEqual([]);
    expect(faults(edit({ name: 'web' }))).toEqual([]);
    expect(faults(edit({ id: 't1', name: 'platform', projectIds: ['1'] }))).toEqual([]);
    // What it lets go will be one.
    expect(faults(edit({ id: 't1', name: 'Core', projectIds: [] }))).toEqual(['INVALID input.name']);
  });

  it('names projects and people that there are.', () => {
    expect(faults(edit({ projectIds: ['2', '9'], memberIds: ['ari', 'nobody'] }))).toEqual([
      'INVALID input.projectIds.1',
      'INVALID input.memberIds.1',
    ]);
  });

  it('is one of 200, of 500 projects and 2,000 members, and 10,000 members are in all teams.', () => {
    const ids = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    const many = ids(200, 't').map((id) => team(id, id, []));
    expect(faults(edit({}, many))).toEqual(['INVALID input']);
    expect(faults(edit({}, many.slice(1)))).toEqual([]);
    expect(faults(edit({ id: 't0' }, many))).toEqual([]);
    const around = (memberIds: string[]) => ({
      saved: [team('t', 'T', [], memberIds)],
      projects: [],
      knownPeople: new Set(ids(2_001, 'p')),
    });
    const asked = { id: null, name: 'N', projectIds: [], memberIds: ids(2_000, 'p') };
    expect(faults(editTeam(asked, around([])))).toEqual([]);
    expect(faults(editTeam({ ...asked, memberIds: ids(2_001, 'p') }, around([])))).toEqual(['INVALID input.memberIds']);
    expect(faults(editTeam(asked, around(ids(8_000, 'q'))))).toEqual([]);
    expect(faults(editTeam(asked, around(ids(8_001, 'q'))))).toEqual(['INVALID input.memberIds']);
    const wide = { saved: [], projects: ids(501, 'j').map((id) => project(id, id)), knownPeople };
    expect(faults(editTeam({ ...asked, memberIds: null, projectIds: ids(500, 'j') }, wide))).toEqual([]);
    expect(faults(editTeam({ ...asked, memberIds: null, projectIds: ids(501, 'j') }, wide))).toEqual([
      'INVALID input.projectIds',
    ]);
  });

  it('can be let go only when it is saved.', () => {
    expect(removeTeam('t1', saved)).toEqual({ ok: true, value: [] });
    expect(faults(removeTeam('2', saved))).toEqual(['NOT_FOUND id']);
    expect(faults(removeTeam('', saved))).toEqual(['NOT_FOUND id']);
  });
});
