import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import type { Amount } from '../../ui/format.ts';

interface SumProps {
  amount: Amount;
  /** To three digits, for where space is short; the exact amount shows when it is pointed at. */
  short?: boolean;
  className?: string;
}

/** One amount of money, as the viewer writes it. */
export function Sum({ amount, short = false, className }: SumProps) {
  const formats = useFormats();
  return (
    <span
      className={cn('figures whitespace-nowrap', Number(amount.amount) === 0 && 'text-ink-muted', className)}
      {...(short && { title: formats.money(amount) })}
    >
      {short ? formats.shortMoney(amount) : formats.money(amount)}
    </span>
  );
}
