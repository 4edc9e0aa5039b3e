import type { ReactNode } from 'react';
import { cn } from './cn.ts';

const tones = {
  warn: 'border-warn bg-warn-soft text-warn',
  danger: 'border-danger bg-danger-soft text-danger',
  calm: 'border-calm bg-calm-soft text-calm',
};

interface BannerProps {
  tone?: keyof typeof tones;
  action?: ReactNode;
  children: ReactNode;
}

/** A line that says what is wrong and offers the way forward. */
export function Banner({ tone = 'warn', action, children }: BannerProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cn('flex flex-wrap items-center justify-between gap-2 rounded-md border px-3 py-2', tones[tone])}
    >
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
