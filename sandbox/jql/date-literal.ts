import type { Zone } from '../world/zone.ts';
import { JqlError } from './jql-error.ts';
import type { Operand } from './syntax.ts';

const unitMs: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * The instant (ms) a date operand means. An unquoted integer is epoch milliseconds, free of any zone; a date string has the
 * grain of a minute and is read in the zone of the *caller's* profile; `-5m` counts from now (JIRA-CLOUD.md 2.4).
 */
export function readDate(operand: Operand, field: string, zone: Zone, now: () => number): number {
  if (operand.kind === 'call') {
    if (operand.name === 'now') return now();
    if (operand.name === 'startofday') return zone.instant(floorDay(now() + zone.offset(now())));
    throw new JqlError(`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})'.`);
  }
  if (operand.kind === 'empty') throw new JqlError(`The operator does not support searching for EMPTY values.`);
  if (!operand.isQuoted && /^\d+$/.test(operand.text)) return Number(operand.text);
  const relative = /^([+-]?)(\d+)([mhdw])$/.exec(operand.text);
  if (relative) {
    const size = Number(relative[2]) * (unitMs[relative[3] ?? ''] ?? 0);
    return relative[1] === '-' ? now() - size : now() + size;
  }
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(operand.text);
  if (!date) {
    throw new JqlError(
      `Date value '${operand.text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  }
  const [year, month, day, hour, minute] = date.slice(1).map((part) => Number(part ?? 0));
  return zone.instant(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute));
}

const floorDay = (wall: number) => Math.floor(wall / 86_400_000) * 86_400_000;
