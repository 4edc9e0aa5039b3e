import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let bob: Person;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  bob = await world.signUp('bob');
});
afterAll(() => world.close());

const parts = `timeZone locale workingCalendar { days { weekday start end } holidays extraWorkingDays hoursPerDay }`;
const read = `{ viewer { settings { ${parts} } } }`;
const write = `mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { settings { ${parts} } userErrors { code message field } } }`;
const update = async (person: Person, input: object) => (await person.get(write, { input })).updateSettings;
const settingsOf = async (person: Person) => (await person.get(read)).viewer.settings;

const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'].map((weekday) => ({
  weekday,
  start: '08:30',
  end: '17:00',
}));

describe('updateSettings', () => {
  it('replaces what is given and leaves the rest, and nothing of anybody else.', async () => {
    const before = await settingsOf(bob);
    expect(await update(alice, { locale: 'de-de' })).toMatchObject({
      settings: { locale: 'de-DE', timeZone: 'Europe/Berlin' },
      userErrors: [],
    });
    expect(await update(alice, { timeZone: 'Asia/Tokyo' })).toMatchObject({
      settings: { locale: 'de-DE', timeZone: 'Asia/Tokyo' },
    });
    const holidays = ['2026-12-26', '2026-12-25', '2026-12-25'];
    const calendar = { days: week, holidays, extraWorkingDays: ['2026-12-20'], hoursPerDay: 7.5 };
    const first = await update(alice, { workingCalendar: calendar });
    expect(first.settings).toEqual({
      timeZone: 'Asia/Tokyo',
      locale: 'de-DE',
      workingCalendar: {
        days: week,
        holidays: ['2026-12-25', '2026-12-26'],
        extraWorkingDays: ['2026-12-20'],
        hoursPerDay: 7.5,
      },
    });
    const kept = await update(alice, { workingCalendar: { days: week.slice(1), holidays: null } });
    expect(kept.settings.workingCalendar).toEqual({ ...first.settings.workingCalendar, days: week.slice(1) });
    const emptied = await update(alice, { workingCalendar: { days: week, holidays: [] } });
    expect(emptied.settings.workingCalendar).toEqual({ ...first.settings.workingCalendar, holidays: [] });
    expect(await settingsOf(alice)).toEqual(emptied.settings);
    expect(await update(alice, {})).toEqual({ settings: emptied.settings, userErrors: [] });
    expect(await settingsOf(bob)).toEqual(before);
  });

  it('refuses all of it when a part does not fit, and says where.', async () => {
    const before = await settingsOf(alice);
    const input = {
      locale: 'fr-FR',
      workingCalendar: { days: [{ weekday: 'MONDAY', start: '17:00', end: '09:00' }], hoursPerDay: 25 },
    };
    const { settings, userErrors } = await update(alice, input);
    expect(settings).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'workingCalendar', 'days', '0', 'end'] },
      { code: 'INVALID', field: ['input', 'workingCalendar', 'hoursPerDay'] },
    ]);
    expect(await settingsOf(alice)).toEqual(before);
  });

  it('answers a time zone and a date that are none as bad input, and needs somebody who is signed in.', async () => {
    for (const input of [
      { timeZone: 'Europe/Nowhere' },
      { workingCalendar: { days: week, holidays: ['2023-02-29'] } },
    ]) {
      const answer = await alice.ask(write, { input });
      const told = answer.errors?.[0]?.extensions?.code ?? answer.data?.updateSettings.userErrors[0]?.code;
      expect(['BAD_USER_INPUT', 'INVALID']).toContain(told);
    }
    const answer = await world.stranger().ask(write, { input: { locale: 'en' } });
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('loses none of the parts that are written at the same time.', async () => {
    const locales = ['en-GB', 'de-DE', 'fr-FR', 'ja-JP'];
    const zones = ['Europe/Paris', 'Asia/Tokyo', 'America/New_York', 'UTC'];
    for (let round = 0; round < 8; round += 1) {
      const [locale, timeZone, hoursPerDay] = [locales[round % 4], zones[round % 4], 4 + round];
      const holiday = `2026-01-0${round + 1}`;
      const days = week.slice(0, 1 + (round % 4));
      await Promise.all([
        update(alice, { locale }),
        update(alice, { timeZone }),
        update(alice, { workingCalendar: { days, holidays: [holiday] } }),
        update(alice, { workingCalendar: { days, extraWorkingDays: [holiday] } }),
        update(alice, { workingCalendar: { days, hoursPerDay } }),
      ]);
      expect(await settingsOf(alice)).toEqual({
        locale,
        timeZone,
        workingCalendar: { days, holidays: [holiday], extraWorkingDays: [holiday], hoursPerDay },
      });
    }
  });
});
