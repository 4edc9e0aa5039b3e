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
}

/** A stage's figures as a sentence. */
export function bottleneckSentence(stage: StageFigures): string {
  const share = `${Math.round(stage.shareOfLeadTime * 100)} % of lead time`;
  const items = stage.occupancy === 1 ? '1 issue' : `${stage.occupancy} issues`;
  const perDay = Math.abs(stage.netFlowPerDay).toFixed(Math.abs(stage.netFlowPerDay) < 0.1 ? 2 : 1);
  const cause = stage.heldUpBy === null ? '' : ` ${stage.heldUpBy}, further down, holds it up.`;
  switch (stage.state) {
    case 'STUCK':
      return `${stage.name} is stuck: ${items} in it and none out in ${stage.days} days, ${share}.${cause}`;
    case 'FALLING_BEHIND':
      return `${stage.name} is falling behind: ${perDay} more issues a day come in than go out, ${items} now, ${share}.${cause}`;
    case 'STEADY_BACKLOG':
      return stage.occupancy === 0
        ? `${stage.name} carried a steady backlog: ${stage.averageOccupancy.toFixed(1)} issues on average, none now, ${share}.`
        : `${stage.name} carries a steady backlog: ${items} now, ${share}.`;
    case 'CLEARING':
      return `${stage.name} is clearing: ${perDay} more issues a day go out than come in, ${items} left, ${share}.`;
    case 'FREE':
      return `Work comes through ${stage.name}: ${items} now, ${share}.`;
  }
}
