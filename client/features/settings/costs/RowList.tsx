import { Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Input.tsx';
import type { DraftRow } from './costs-draft.ts';
import type { CostsErrors } from './costs-errors.ts';

interface Column {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'amount' | 'date';
  /** Offered while one types; anything else can be typed too. */
  readonly suggestions?: readonly string[];
}

interface RowListProps {
  /** What a row is called: "value class". */
  one: string;
  /** The part of the form it is, as its errors name it. */
  part: string;
  columns: readonly Column[];
  rows: readonly DraftRow[];
  errors: CostsErrors;
  /** Said in the place of rows while there are none. */
  none: string;
  onChange: (rows: readonly DraftRow[]) => void;
}

const widths = { text: 'min-w-0 flex-1 basis-40', amount: 'w-36', date: 'w-36' };

/** A list of which rows are added, changed and removed; nothing is sent before the form is saved. */
export function RowList({ one, part, columns, rows, errors, none, onChange }: RowListProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);

  function onAdd() {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    onChange([...rows, { key, values: {} }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  }

  return (
    <div className="space-y-2">
      {rows.length === 0 && <p className="text-ink-muted">{none}</p>}
      {rows.length > 0 && (
        // The fields name themselves to the ear, one by one.
        <p aria-hidden className="flex gap-2 pr-10 text-xs text-ink-muted max-sm:hidden">
          {columns.map(({ name, label, kind }) => (
            <span key={name} className={widths[kind]}>
              {label}
            </span>
          ))}
        </p>
      )}
      <ul ref={list} className="space-y-2">
        {rows.map((row, place) => (
          <li key={row.key} className="flex flex-wrap items-start gap-2">
            {columns.map(({ name, label, kind, suggestions }) => {
              const error = errors[`${part}.${place}.${name}`];
              return (
                <div key={name} className={widths[kind]}>
                  <Input
                    type={kind === 'date' ? 'date' : 'text'}
                    {...(kind === 'amount' && { inputMode: 'decimal' as const })}
                    list={suggestions ? `${id}-${name}` : undefined}
                    placeholder={label}
                    aria-label={`${label}, ${one} ${place + 1}`}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={error ? `${id}-${place}-${name}` : undefined}
                    value={row.values[name] ?? ''}
                    onChange={(event) =>
                      onChange(
                        rows.map((other) =>
                          other === row ? { ...row, values: { ...row.values, [name]: event.target.value } } : other,
                        ),
                      )
                    }
                  />
                  {error && (
                    <p id={`${id}-${place}-${name}`} role="alert" className="mt-1 text-xs font-medium text-danger">
                      {error}
                    </p>
                  )}
                </div>
              );
            })}
            <Button
              look="ghost"
              size="icon"
              className="mt-0.5"
              aria-label={`Remove ${one} ${place + 1}`}
              onClick={() => {
                onChange(rows.filter((other) => other !== row));
                add.current?.focus();
              }}
            >
              <X size={16} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {columns.map(
        ({ name, suggestions }) =>
          suggestions && (
            <datalist key={name} id={`${id}-${name}`}>
              {suggestions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          ),
      )}
      {errors[part] && (
        <p role="alert" className="text-xs font-medium text-danger">
          {errors[part]}
        </p>
      )}
      <Button ref={add} size="small" onClick={onAdd}>
        <Plus size={14} aria-hidden /> Add a {one}
      </Button>
    </div>
  );
}
