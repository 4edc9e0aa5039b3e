import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { PopoverPanel } from '../../ui/PopoverPanel.tsx';
import { TokenField } from '../../ui/TokenField.tsx';
import { usePendingValue } from '../../ui/use-pending-value.ts';
import type { Question } from './question.ts';

interface MoreScopeProps {
  question: Question;
  onChange: (change: Partial<Question>) => void;
}

/** The parts of a scope that are asked for less often: labels, epics, and whether subtasks count. */
export function MoreScope({ question, onChange }: MoreScopeProps) {
  const [labels, setLabels] = usePendingValue(question.labels, (next) => onChange({ labels: next }));
  const [epicKeys, setEpicKeys] = usePendingValue(question.epicKeys, (next) => onChange({ epicKeys: next }));
  const [includeSubtasks, setIncludeSubtasks] = usePendingValue(question.includeSubtasks, (next) =>
    onChange({ includeSubtasks: next }),
  );
  const count = labels.length + epicKeys.length + (includeSubtasks ? 1 : 0);
  const words = [
    ...labels.map((label) => `label ${label}`),
    ...epicKeys.map((key) => `epic ${key}`),
    ...(includeSubtasks ? ['subtasks count'] : []),
  ];
  return (
    <PopoverPanel
      label="More of the scope"
      className="w-80"
      trigger={
        <Button
          size="small"
          className={count > 0 ? 'h-8 border-accent' : 'h-8'}
          aria-label={count > 0 ? `More of the scope: ${words.join(', ')}` : 'More of the scope'}
        >
          <SlidersHorizontal size={14} aria-hidden />
          {count === 0 ? 'More' : <span className="max-w-44 truncate">{count === 1 ? words[0] : `${count} more`}</span>}
        </Button>
      }
    >
      <div className="space-y-4">
        <TokenField
          label="Labels"
          hint="Issues that bear one of them, written as in Jira."
          placeholder="backend"
          tokens={labels}
          normalize={(text) => text.trim()}
          onChange={setLabels}
        />
        <TokenField
          label="Epics"
          hint="Issues below one of them, however deep."
          placeholder="PAY-12"
          tokens={epicKeys}
          normalize={(text) => text.trim().toUpperCase()}
          onChange={setEpicKeys}
        />
        <label className="flex items-start gap-2 border-t border-line pt-3">
          <input
            type="checkbox"
            className="mt-0.5 size-4 accent-(--accent)"
            checked={includeSubtasks}
            onChange={(event) => setIncludeSubtasks(event.target.checked)}
          />
          <span>
            Count subtasks
            <span className="block text-xs text-ink-muted">As items of their own, beside their parents.</span>
          </span>
        </label>
      </div>
    </PopoverPanel>
  );
}
