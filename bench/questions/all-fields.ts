import type { BenchField } from './bench-field.ts';
import { bottlenecks } from './bottlenecks.ts';
import { cycleTimes } from './cycle-times.ts';
import { timeInStatus } from './time-in-status.ts';

/** Every field that is measured. */
export const allFields: readonly BenchField[] = [bottlenecks, cycleTimes, timeInStatus];
