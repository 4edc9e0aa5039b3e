import type { TimeWindow } from '../../domain/question.ts';
import type { StageFlow } from './stage-flows.ts';

/** Items in a stage on the average of the window's whole time, nights and weekends included; 0 where no time has passed. */
export function averageOccupancy({ calendarTime }: StageFlow, { from, to }: TimeWindow): number {
  return to === from ? 0 : calendarTime / (to - from);
}
