import { useOutletContext } from 'react-router';

/** `none`: no Jira is connected. `choosing`: the grant covers several sites. `connected`: there are issues to look at. */
export type ConnectionStage = 'none' | 'choosing' | 'connected';

export interface ShellKnowledge {
  readonly stage: ConnectionStage;
  readonly viewerId: string;
}

/** What the shell has found out, for the pages inside it. */
export const useShell = (): ShellKnowledge => useOutletContext<ShellKnowledge>();
