import { describe, expect, it } from 'vitest';
import {
  questionPart,
  questionVariables,
  readQuestion,
  writeQuestion,
} from '../../client/features/question/question.ts';

const read = (search: string) => readQuestion(new URLSearchParams(search));

describe('The question in the address', () => {
  it('asks about everything over the last 90 days on the working clock when it says nothing.', () => {
    expect(questionVariables(read(''))).toEqual({ scope: {}, window: { days: 90 }, clock: 'WORKING' });
  });

  it('narrows to the projects, teams and types it names.', () => {
    const asked = questionVariables(read('project=a&project=b&team=t&type=Bug&clock=calendar&days=30'));
    expect(asked).toEqual({
      scope: { projectIds: ['a', 'b'], teamIds: ['t'], types: ['Bug'] },
      window: { days: 30 },
      clock: 'CALENDAR',
    });
  });

  it('narrows to labels and epics, and counts subtasks, when it says so.', () => {
    expect(questionVariables(read('label=api&label=web&epic=PAY-7&subtasks=yes')).scope).toEqual({
      labels: ['api', 'web'],
      epicKeys: ['PAY-7'],
      includeSubtasks: true,
    });
    expect(questionVariables(read('subtasks=no')).scope).toEqual({});
  });

  it('takes two dates before a number of days.', () => {
    expect(read('days=30&from=2026-01-01&to=2026-02-01').window).toEqual({ from: '2026-01-01', to: '2026-02-01' });
  });

  // 1 to 730 days: WindowInput of the schema.
  it.each([
    'days=0',
    'days=731',
    'days=ten',
    'days=1.5',
    'from=2026-02-01&to=2026-01-01',
    'from=2026-13-01&to=2026-13-02',
  ])('falls back to 90 days on %s.', (search) => {
    expect(read(search).window).toEqual({ days: 90 });
  });

  it('is written so that reading it gives the same question, and other keys stay.', () => {
    const question = read(
      'project=a&type=Bug&label=api&epic=PAY-7&subtasks=yes&from=2026-01-01&to=2026-02-01&clock=calendar',
    );
    const written = writeQuestion(new URLSearchParams('measure=lead&days=30&project=old'), question);
    expect(readQuestion(written)).toEqual(question);
    expect(written.get('measure')).toBe('lead');
    expect(written.getAll('project')).toEqual(['a']);
    expect(written.has('days')).toBe(false);
  });

  it('goes to other pages without what is not part of it.', () => {
    expect(questionPart(new URLSearchParams('measure=lead&days=30'))).toBe('days=30');
    expect(questionPart(new URLSearchParams('days=90'))).toBe('');
  });
});
