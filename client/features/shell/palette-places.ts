import { Hourglass, type LucideIcon, OctagonAlert, SquareKanban, UsersRound, Workflow } from 'lucide-react';
import { stagePath } from '../stage/stage-path.ts';
import { navItems } from './nav-items.ts';

/** Somewhere the command palette can go. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Whether the scope and window of the address go along. */
  readonly keepsQuestion: boolean;
}

const parts: readonly Place[] = [
  { to: '/investigate?view=stuck', label: 'Stuck work', icon: OctagonAlert, keepsQuestion: true },
  { to: '/investigate?view=teams', label: 'Teams', icon: UsersRound, keepsQuestion: true },
  { to: '/money?view=delay', label: 'Cost of delay', icon: Hourglass, keepsQuestion: true },
  { to: '/actions?view=board', label: 'Actions board', icon: SquareKanban, keepsQuestion: true },
];

/** Pages, parts of pages, and the stages of the viewer's workflow, whose label holds the words. */
export function placesFor(
  words: string,
  stages: readonly { readonly id: string; readonly name: string }[],
): readonly Place[] {
  const ofStages = stages.map((stage) => ({
    to: stagePath(stage.id),
    label: `Stage: ${stage.name}`,
    icon: Workflow,
    keepsQuestion: true,
  }));
  // Without words, the pages are enough; a workflow may have many stages.
  const places = words === '' ? [...navItems, ...parts] : [...navItems, ...parts, ...ofStages];
  return places.filter((place) => place.label.toLowerCase().includes(words.toLowerCase()));
}
