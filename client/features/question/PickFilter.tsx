import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/Input.tsx';
import { PopoverPanel } from '../../ui/PopoverPanel.tsx';
import { usePendingValue } from '../../ui/use-pending-value.ts';

interface PickFilterProps {
  name: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Any number of things to narrow the question to; none chosen means all. */
export function PickFilter({ name, options, chosen: saved, onChange }: PickFilterProps) {
  const [chosen, choose] = usePendingValue(saved, onChange);
  const [words, setWords] = useState('');
  const first = options.find((option) => option.value === chosen[0])?.label ?? chosen[0];
  const shown =
    chosen.length === 0
      ? `All ${name.toLowerCase()}`
      : chosen.length === 1
        ? first
        : `${chosen.length} ${name.toLowerCase()}`;
  const matching = options.filter((option) => option.label.toLowerCase().includes(words.toLowerCase()));

  return (
    <PopoverPanel
      label={name}
      trigger={
        <Button
          size="small"
          className={chosen.length > 0 ? 'h-8 border-accent' : 'h-8'}
          aria-label={`${name}: ${shown}`}
        >
          <span className="max-w-44 truncate">{shown}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {options.length > 8 && (
        <Input
          type="search"
          aria-label={`Find in ${name.toLowerCase()}`}
          placeholder="Find…"
          className="mb-2 h-8"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <fieldset className="max-h-72 space-y-0.5 overflow-y-auto">
        <legend className="sr-only">{name}</legend>
        {matching.map((option) => (
          <label key={option.value} className="flex items-center gap-2 rounded px-1 py-1 hover:bg-sunken">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                choose(
                  event.target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value),
                )
              }
            />
            {option.label}
          </label>
        ))}
      </fieldset>
      {matching.length === 0 && (
        <p className="py-2 text-ink-muted">{options.length === 0 ? `No ${name.toLowerCase()} yet` : 'Nothing found'}</p>
      )}
      {chosen.length > 0 && (
        <Button look="ghost" size="small" className="mt-2" onClick={() => choose([])}>
          Show all {name.toLowerCase()}
        </Button>
      )}
    </PopoverPanel>
  );
}
