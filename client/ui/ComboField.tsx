import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { Choice } from './choice.ts';
import { cn } from './cn.ts';
import { Input } from './Input.tsx';

interface ComboFieldProps {
  label: string;
  /** How the present value is written. */
  shown: string;
  value: string;
  /** Those that fit what is typed; all of them for an empty text. */
  choices: (text: string) => readonly Choice[];
  onChange: (value: string) => void;
  /** Told what is typed, where the choices have to be looked for elsewhere. */
  onType?: (text: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
}

/** Rows drawn at once: more are found by typing. */
const mostShown = 50;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** One of many: a field that is searched by typing, chosen from by arrow keys or a click, and never holds anything else. */
export function ComboField({ label, shown, value, choices, onChange, onType, hint, error }: ComboFieldProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  /** What is typed; null until something is. */
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const fitting = isOpen ? inOrder(choices(text ?? ''), text === null ? value : null) : [];
  const drawn = fitting.slice(0, mostShown);
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');

  function look(next: string | null) {
    setOpen(true);
    setText(next);
    setActive(0);
    onType?.(next ?? '');
  }

  function close() {
    setOpen(false);
    setText(null);
  }

  function move(to: number) {
    const next = Math.min(Math.max(to, 0), drawn.length - 1);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  function choose(choice: Choice | undefined) {
    if (!choice) return;
    close();
    onChange(choice.value);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      return isOpen ? move(active + step) : look(null);
    }
    if (!isOpen) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(drawn[active]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  }

  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <div className="relative">
        <Input
          id={id}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={drawn.length > 0 ? `${id}-${active}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          value={text ?? shown}
          onChange={(event) => look(event.target.value)}
          onFocus={(event) => event.target.select()}
          onClick={() => !isOpen && look(null)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <div
          hidden={!isOpen}
          className="absolute inset-x-0 top-full z-30 mt-1 rounded-lg border border-line bg-raised p-1 shadow-high"
        >
          <div
            id={`${id}-list`}
            ref={list}
            role="listbox"
            aria-label={label}
            className="relative max-h-64 overflow-y-auto"
          >
            {drawn.map((choice, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
              <div
                key={choice.value}
                id={`${id}-${index}`}
                role="option"
                aria-selected={choice.value === value}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setActive(index)}
                onClick={() => choose(choice)}
                className={cn(
                  'flex cursor-pointer flex-wrap justify-between gap-x-3 rounded px-2 py-1',
                  index === active && 'bg-sunken',
                  choice.value === value && 'font-medium',
                )}
              >
                <span>{choice.label}</span>
                {choice.note && <span className="text-ink-muted">{choice.note()}</span>}
              </div>
            ))}
          </div>
          {drawn.length === 0 && <p className="px-2 py-1 text-ink-muted">Nothing found</p>}
          {fitting.length > drawn.length && (
            <p className="px-2 py-1 text-xs text-ink-muted">{fitting.length - drawn.length} more: type to find them</p>
          )}
        </div>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** Before anything is typed, the present one is first: it would be out of sight among hundreds. */
function inOrder(choices: readonly Choice[], present: string | null): readonly Choice[] {
  const first = choices.filter((choice) => choice.value === present);
  return first.length > 0 ? [...first, ...choices.filter((choice) => choice.value !== present)] : choices;
}
