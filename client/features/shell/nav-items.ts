import {
  ChartScatter,
  Coins,
  LayoutDashboard,
  ListChecks,
  ListTree,
  type LucideIcon,
  SearchCheck,
  Settings,
  SquareTerminal,
} from 'lucide-react';

export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Whether the scope and window of the address go along. */
  readonly keepsQuestion: boolean;
}

export const navItems: readonly NavItem[] = [
  { to: '/', label: 'Overview', icon: LayoutDashboard, keepsQuestion: true },
  { to: '/investigate', label: 'Investigate', icon: SearchCheck, keepsQuestion: true },
  { to: '/flow', label: 'Flow', icon: ChartScatter, keepsQuestion: true },
  { to: '/money', label: 'Money', icon: Coins, keepsQuestion: true },
  { to: '/actions', label: 'Actions', icon: ListChecks, keepsQuestion: true },
  { to: '/issues', label: 'Issues', icon: ListTree, keepsQuestion: false },
  { to: '/settings', label: 'Settings', icon: Settings, keepsQuestion: false },
  { to: '/playground', label: 'Playground', icon: SquareTerminal, keepsQuestion: false },
];
