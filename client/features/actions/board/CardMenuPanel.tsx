import { ArrowRight, Ban, ClipboardCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { stateWords } from '../state-words.ts';
import type { CardMenuProps } from './CardMenu.tsx';

/** The open menu of a card. */
export function CardMenuPanel({ action, onMove, onReview, trigger }: CardMenuProps & { trigger: ReactElement }) {
  const { state, nextStates } = action;
  return (
    <Menu trigger={trigger} heading={`In ${stateWords[state].name}`}>
      {nextStates.map((next) => (
        <MenuItem key={next} onSelect={() => onMove(next)}>
          {next === 'DISMISSED' ? <Ban size={14} aria-hidden /> : <ArrowRight size={14} aria-hidden />}
          {next === 'DISMISSED' ? stateWords[next].step : `Move to ${stateWords[next].name}`}
        </MenuItem>
      ))}
      {(state === 'DONE' || state === 'REVIEWED') && (
        <MenuItem onSelect={onReview}>
          <ClipboardCheck size={14} aria-hidden /> {state === 'DONE' ? 'Review now' : 'Review again'}
        </MenuItem>
      )}
    </Menu>
  );
}
