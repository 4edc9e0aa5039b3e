import { milestones } from '../../flow-view/milestones.ts';
import { teamOfProject } from '../../flow-view/team-of-project.ts';
import type { MoneyQuestion } from '../money-question.ts';
import type { LabourByRow } from './labour-by-row.ts';
import type { LabourSplit } from './labour-split.ts';

/** Person-days on one team's issues, each as a number for every cost period. */
export interface TeamLabour {
  readonly teamId: string;
  readonly all: number[];
  readonly rework: number[];
  readonly discarded: number[];
  readonly byPart: ReadonlyMap<number, number[]>;
}

/** The labour of the teams that had any, whoever did it: an issue's team is that of its project at asOf. */
export function teamLabour({ view }: MoneyQuestion, periods: readonly LabourByRow[], split: LabourSplit): TeamLabour[] {
  const { project, strings } = view.table;
  const { discarded } = view.derive(milestones);
  const teamOf = view.derive(teamOfProject);
  const none = (): number[] => periods.map(() => 0);
  const byTeam = new Map<string, TeamLabour & { readonly byPart: Map<number, number[]> }>();
  const ofTeam = (teamId: string) => {
    const known = byTeam.get(teamId);
    if (known) return known;
    const labour = { teamId, all: none(), rework: none(), discarded: none(), byPart: new Map<number, number[]>() };
    byTeam.set(teamId, labour);
    return labour;
  };
  const ofProject = new Map<number, ReturnType<typeof ofTeam>>();
  periods.forEach(({ period, rows, personDays, reworkDays }, index) => {
    rows.forEach((row, place) => {
      const itsProject = project[row] ?? 0;
      const labour = ofProject.get(itsProject) ?? ofTeam(teamOf(strings[itsProject] ?? ''));
      ofProject.set(itsProject, labour);
      const days = personDays[place] ?? 0;
      add(labour.all, index, days);
      add(labour.rework, index, reworkDays[place] ?? 0);
      if (discarded[row] === 1) add(labour.discarded, index, days);
      const part = split.partOf(row, period.model);
      const ofPart = labour.byPart.get(part) ?? none();
      labour.byPart.set(part, ofPart);
      add(ofPart, index, days);
    });
  });
  return [...byTeam.values()];
}

function add(sums: number[], index: number, days: number): void {
  sums[index] = (sums[index] ?? 0) + days;
}
