import { useState } from 'react';

/**
 * Shows a choice at once while the owner of the value (the address, whose change is a transition) catches up. As soon as
 * the value is another one than at the time of the choice, the value counts again.
 */
export function usePendingValue<T>(value: T, onChange: (next: T) => void): readonly [T, (next: T) => void] {
  const [pending, setPending] = useState<{ readonly over: T; readonly shown: T } | null>(null);
  const shown = pending !== null && pending.over === value ? pending.shown : value;
  function choose(next: T) {
    setPending({ over: value, shown: next });
    onChange(next);
  }
  return [shown, choose];
}
