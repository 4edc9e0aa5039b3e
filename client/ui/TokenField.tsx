import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from './Button.tsx';
import { Input } from './Input.tsx';

interface TokenFieldProps {
  label: string;
  hint: string;
  placeholder: string;
  tokens: readonly string[];
  /** How a typed text is written; an empty one adds nothing. */
  normalize: (text: string) => string;
  onChange: (tokens: readonly string[]) => void;
}

/** Any number of words, typed one at a time, each taken out by its button. */
export function TokenField({ label, hint, placeholder, tokens, normalize, onChange }: TokenFieldProps) {
  const id = useId();
  const [text, setText] = useState('');

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const token = normalize(text);
    if (token !== '' && !tokens.includes(token)) onChange([...tokens, token]);
    setText('');
  }

  return (
    <form onSubmit={onSubmit} className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          className="h-8"
          placeholder={placeholder}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="small" className="h-8" aria-label={`Add to ${label.toLowerCase()}`}>
          Add
        </Button>
      </div>
      <p id={`${id}-hint`} className="text-xs text-ink-muted">
        {hint}
      </p>
      {tokens.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1">
          {tokens.map((token) => (
            <li key={token} className="inline-flex items-center rounded bg-sunken pl-1.5 text-xs font-medium">
              {token}
              <Button
                look="ghost"
                className="size-6 px-0"
                aria-label={`Remove ${token}`}
                onClick={() => onChange(tokens.filter((one) => one !== token))}
              >
                <X size={12} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
