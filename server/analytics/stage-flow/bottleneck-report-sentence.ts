import type { BottleneckState } from './bottleneck-state.ts';

/** A stage as the report speaks of it. */
export interface StageOfReport {
  readonly name: string;
  readonly state: BottleneckState;
  readonly shareOfLeadTime: number;
  /** "€18k to €31k of delay in these 90 days"; null where waiting cost nothing. */
  delay(): string | null;
  /** Its own sentence, with that in it. */
  sentenceWith(delay: string | null): string;
}

const holdsUp: ReadonlySet<BottleneckState> = new Set<BottleneckState>(['STUCK', 'FALLING_BEHIND', 'STEADY_BACKLOG']);

/**
 * The report in a sentence or two: of the stages that hold work up, the one in which waiting costs most, with what it
 * costs; and where waiting costs more than there, if it does.
 *
 * @param stages in the order of what waiting in them cost
 * @param items how many were under way
 */
export function bottleneckReportSentence(stages: readonly StageOfReport[], items: number): string {
  const [dearest] = stages;
  if (!dearest) return 'No stage is a queue or active, so there is nothing that could hold work up.';
  if (items === 0) return 'No issue was under way in this window.';
  const worst = stages.find(({ state }) => holdsUp.has(state)) ?? (dearest.state === 'FREE' ? null : dearest);
  if (worst === dearest) return dearest.sentenceWith(dearest.delay());
  return [worst?.sentenceWith(worst.delay()) ?? freeSentence(stages), dearestSentence(dearest)].join('');
}

function freeSentence(stages: readonly StageOfReport[]): string {
  const { name, shareOfLeadTime } = stages.reduce((longest, stage) =>
    stage.shareOfLeadTime > longest.shareOfLeadTime ? stage : longest,
  );
  return `No stage holds work up; the longest part of the way, ${Math.round(shareOfLeadTime * 100)} % of lead time, is ${name}.`;
}

function dearestSentence(dearest: StageOfReport): string {
  const delay = dearest.delay();
  return delay === null ? '' : ` Waiting costs most in ${dearest.name}: ${delay}.`;
}
