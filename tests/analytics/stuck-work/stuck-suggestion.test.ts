import { describe, expect, it } from 'vitest';
import { workingClock } from '../../../server/analytics/clocks/working-clock.ts';
import { type StuckFacts, stuckSuggestion } from '../../../server/analytics/stuck-work/stuck-suggestion.ts';
import { settingsIn } from '../../support/settings.ts';

const hour = 3600;
const facts: StuckFacts = {
  kinds: ['BLOCKED'],
  age: 45 * 8 * hour,
  timeInStage: 0,
  stage: 'Build',
  blocked: 0,
  quiet: 0,
  stayLimit: null,
  ageLimit: null,
  loop: null,
};

describe('what to do about stuck work', () => {
  it('does not speak of 0.0 days, as after a night in which nobody works.', () => {
    expect(stuckSuggestion(facts, workingClock(settingsIn()))).toMatch(
      /has been (up|blocked) for less than 0\.1 working days, and work began 45 working days ago\.$/,
    );
  });
});
