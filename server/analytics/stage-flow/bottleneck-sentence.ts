import type { BottleneckState } from './bottleneck-state.ts';

interface StageFigures {
  readonly name: string;
  readonly state: BottleneckState;
  readonly shareOfLeadTime: number;
  readonly netFlowPerDay: number;
  readonly occupancy: number;
  readonly averageOccupancy: number;
  readonly days: number;
  /** Name of the stage that holds it up. */
  readonly heldUpBy: string | null;
  /** "€18k to €31k of delay in these 90 days", where that is to be told. */
  readonly delay?: string | null;
}

/** A stage's figures as a sentence. */
export function bottleneckSentence(stage: StageFigures): string {
  const shareOfTime = `${Math.round(stage.shareOfLeadTime * 100)} % of lead time`;
  const share = stage.delay ? `${shareOfTime}, ${stage.delay}` : shareOfTime;
  const items = stage.occupancy === 1 ? '1 issue' : `${stage.occupancy} issues`;
  const perDay = Math.abs(stage.netFlowPerDay).toFixed(Math.abs(stage.netFlowPerDay) < 0.1 ? 2 : 1);
  const cause = stage.heldUpBy === null ? '' : ` ${stage.heldUpBy}, further down, holds it up.`;
  switch (stage.state) {
    case 'STUCK':
      return `${stage.name} is stuck: ${items} in it and none out in ${stage.days} days, ${share}.${cause}`;
    case 'FALLING_BEHIND':
      return `${stage.name} is falling behind: ${perDay} more issues a day come in than go out, ${items} now, ${share}.${cause}`;
    case 'STEADY_BACKLOG':
      return steadyBacklog(stage, `${items} now, ${share}.`, share);
    case 'CLEARING':
      return `${stage.name} is clearing: ${perDay} more issues a day go out than come in, ${items} left, ${share}.`;
    case 'FREE':
      return `Work comes through ${stage.name}: ${items} now, ${share}.`;
  }
}

/** Less than this on average is no issue that anybody would see. */
const leastVisible = 0.5;

/** By its definition a stage can be one in which next to nothing was, when a few stays were much longer than most. */
function steadyBacklog({ name, occupancy, averageOccupancy }: StageFigures, now: string, share: string): string {
  if (occupancy > 0) return `${name} carries a steady backlog: ${now}`;
  const average = averageOccupancy.toFixed(averageOccupancy < 0.1 ? 2 : 1);
  const past = `${average} issues on average, none now, ${share}.`;
  return averageOccupancy < leastVisible
    ? `${name} was nearly empty, but a few stays were far longer than most: ${past}`
    : `${name} carried a steady backlog: ${past}`;
}
