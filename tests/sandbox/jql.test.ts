import { describe, expect, it } from 'vitest';
import { compileClause } from '../../sandbox/jql/compile-query.ts';
import { JqlError } from '../../sandbox/jql/jql-error.ts';
import { readOrder } from '../../sandbox/jql/order.ts';
import { parseJql } from '../../sandbox/jql/parse-jql.ts';
import { sandboxSite } from '../../sandbox/served/sandbox-site.ts';
import { serveSite } from '../../sandbox/served/serve-site.ts';
import { SiteView } from '../../sandbox/world/site-view.ts';
import { Zone } from '../../sandbox/world/zone.ts';
import { smallSite } from './small-site.ts';

const now = Date.UTC(2026, 3, 1, 8);
const { state } = serveSite(sandboxSite.parse(smallSite()), () => now);
const view = new SiteView(state);

function search(jql: string, zone = 'UTC'): string[] {
  const { where, order } = parseJql(jql);
  const asker = { view, accountId: 'bela', zone: new Zone(zone), now: () => now };
  const test = where ? compileClause(where, asker) : () => true;
  const { placeOf, compare } = readOrder(order);
  const found = [...state.issues.values()].filter(test);
  return found.sort((a, b) => compare(placeOf(a), placeOf(b))).map((issue) => issue.key);
}

function refusal(jql: string): string {
  try {
    search(jql);
  } catch (error) {
    if (error instanceof JqlError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('JQL finds', () => {
  it.each([
    ['project = AAA ORDER BY key', ['AAA-1', 'AAA-2', 'AAA-10']],
    ['project = 10001', ['BBB-1']],
    ['project in (AAA, "BBB") AND NOT status = "To Do"', ['BBB-1', 'AAA-2']],
    ['status != 1 order by created', ['AAA-2', 'BBB-1']],
    ['status not in (Doing, Finished) ORDER BY id', ['AAA-1', 'AAA-10']],
    ['key in (AAA-10, aaa-1) order by key desc', ['AAA-10', 'AAA-1']],
    ['id in (10004, "10001", BBB-1) ORDER BY id', ['AAA-1', 'AAA-10', 'BBB-1']],
    ['id not in (10004, AAA-1) ORDER BY id DESC', ['BBB-1', 'AAA-2']],
    ['issuetype = task AND (assignee = ari OR assignee = currentUser()) ORDER BY id', ['AAA-1', 'AAA-2']],
    ['assignee is EMPTY order by id', ['AAA-10', 'BBB-1']],
    ['assignee != ari', ['AAA-2']],
    ['labels = red AND labels not in (blue)', ['AAA-10']],
    ['statusCategory = done', ['BBB-1']],
    [
      'project = AAA OR project = BBB AND status = Finished ORDER BY priority, id DESC',
      ['BBB-1', 'AAA-10', 'AAA-2', 'AAA-1'],
    ],
    ['created >= -3d ORDER BY id', ['AAA-10']],
    ['updated >= 0 AND updated < now() order by updated desc', ['AAA-10', 'BBB-1', 'AAA-2', 'AAA-1']],
  ])('by %s.', (jql, keys) => {
    expect(search(jql)).toEqual(keys);
  });

  it('to the millisecond when the date is an unquoted integer.', () => {
    const at = Date.parse('2026-03-03T08:00:00.500Z');
    expect(search(`updated >= ${at} AND updated <= ${at}`)).toEqual(['AAA-2']);
    expect(search(`updated > ${at} AND id < 10003`)).toEqual([]);
  });

  it('by quoted dates in the zone of the caller, the night of the clock change included.', () => {
    const jql = 'created >= "2026/03/29 01:30" AND created <= "2026-03-29 01:30"';
    expect(search(jql, 'Europe/Berlin')).toEqual(['BBB-1']);
    expect(search(jql, 'UTC')).toEqual([]);
    expect(search('created = "2026-03-29 00:30"', 'UTC')).toEqual(['BBB-1']);
    expect(search('created >= "2026-04-01" ', 'Pacific/Auckland')).toEqual(['AAA-10']);
  });

  it('by quoted dates at either end of the world.', () => {
    // 2026-04-01 07:00 UTC is 21:00 in Kiritimati (UTC+14) and the evening before, 20:00, in Pago Pago (UTC-11).
    expect(search('created = "2026/04/01 21:00"', 'Pacific/Kiritimati')).toEqual(['AAA-10']);
    expect(search('created = "2026-03-31 20:00"', 'Pacific/Pago_Pago')).toEqual(['AAA-10']);
    expect(search('created >= "2026-04-01"', 'Pacific/Pago_Pago')).toEqual([]);
    expect(search('created > -1h', 'Pacific/Pago_Pago')).toEqual([]);
    expect(search('created >= -1h', 'Pacific/Kiritimati')).toEqual(['AAA-10']);
  });
});

describe('JQL on issues', () => {
  it.each([
    // Ids 10002 and 10004 are AAA-2 and AAA-10, and 10003 is BBB-1.
    ['id >= 10002 ORDER BY id', ['AAA-2', 'AAA-10']],
    ['id > 10002', ['AAA-10']],
    ['key < AAA-10 ORDER BY key', ['AAA-1', 'AAA-2']],
    ['issuekey <= 10003', ['BBB-1']],
  ])('compares the numbers of keys within one project: %s.', (jql, keys) => {
    expect(search(jql)).toEqual(keys);
  });

  it('finds the newest first when nobody says otherwise.', () => {
    expect(search('created >= 0')).toEqual(['AAA-10', 'BBB-1', 'AAA-2', 'AAA-1']);
  });
});

describe('JQL is refused in the words that were recorded (JIRA-CLOUD.md 2.1)', () => {
  it.each([
    [
      'project = "unclosed',
      "Error in the JQL Query: The quoted string 'unclosed' has not been completed. (line 1, character 11)",
    ],
    ['(project = AAA', "Error in the JQL Query: Expecting ')' before the end of the query."],
    [
      'project = AAA status = Doing',
      "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)",
    ],
    [
      'project = AAA AND status = = Doing',
      "Error in JQL Query: Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as a value. (line 1, character 28)",
    ],
    ['project =', 'Error in JQL Query: Expecting either a value, list or function before the end of the query.'],
    ['project = AAA AND', 'Error in the JQL Query: Expecting a field name at the end of the query.'],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['project in (AAA, NOPE)', "The value 'NOPE' does not exist for the field 'project'."],
    ['id in (10001, 99999)', "A value with ID '99999' does not exist for the field 'id'."],
    ['key = NOPE-1', "An issue with key 'NOPE-1' does not exist for field 'key'."],
    ['id ~ 10001', "The operator '~' is not supported by the 'id' field."],
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['project > AAA', "The operator '>' is not supported by the 'project' field."],
  ])('%s', (jql, message) => {
    expect(refusal(jql)).toBe(message);
  });

  it('for more than seven fields to order by.', () => {
    expect(refusal(`project = AAA ORDER BY ${Array(8).fill('id').join()}`)).toContain('7');
    expect(refusal(`project = AAA ORDER BY ${Array(7).fill('id').join()}`)).toBe('accepted');
  });
});
