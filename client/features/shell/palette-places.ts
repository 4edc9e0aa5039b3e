import { type LucideIcon, OctagonAlert } from 'lucide-react';
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
];

/** Pages and parts of pages whose label holds the words. */
export const placesFor = (words: string): readonly Place[] =>
  [...navItems, ...parts].filter((place) => place.label.toLowerCase().includes(words.toLowerCase()));
