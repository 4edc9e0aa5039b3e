import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { HowToSend } from './HowToSend.tsx';

interface SecretOnceProps {
  secret: string;
  onCopied: () => void;
  onDone: () => void;
}

/** A token's secret, the only time it is shown. */
export function SecretOnce({ secret, onCopied, onDone }: SecretOnceProps) {
  const [told, setTold] = useState<'copied' | 'selected' | null>(null);
  const copying = useRef<HTMLButtonElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone.
  useEffect(() => copying.current?.focus(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      setTold('copied');
      onCopied();
    } catch (cause) {
      // Without TLS, or when the browser forbids it, there is no clipboard: the person's own copying always works.
      if (!(cause instanceof Error)) throw cause;
      shown.current?.querySelector('input')?.select();
      setTold('selected');
    }
  }

  return (
    <div className="space-y-4">
      <div ref={shown} className="space-y-2">
        <Field
          label="Secret"
          hint="It is shown this once and kept nowhere: copy it to where you keep passwords."
          readOnly
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-xs"
          value={secret}
          onFocus={(event) => event.target.select()}
          onCopy={onCopied}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button ref={copying} look="primary" onClick={() => void copy()}>
            {told === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} Copy secret
          </Button>
          <p role="status" className="text-xs text-ink-soft">
            {told === 'copied' && 'Copied.'}
            {told === 'selected' && 'The browser keeps us from copying. It is selected: copy it with Ctrl+C or ⌘C.'}
          </p>
        </div>
      </div>
      <p className="text-xs text-ink-muted">
        <HowToSend linked={false} />
      </p>
      <div className="flex justify-end">
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  );
}
