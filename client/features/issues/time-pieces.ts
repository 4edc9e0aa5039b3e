interface Seconds {
  readonly active: number;
  readonly waiting: number;
  readonly rework: number;
}

/** Shares of the time since the start: active, waiting and blocked add up to 1, rework lies across them. */
export interface TimePieces {
  readonly active: number;
  readonly waiting: number;
  readonly blocked: number;
  readonly rework: number;
}

/**
 * Blocked time since the start is waiting too, and is taken out of it to be drawn beside it. Rework is counted from
 * creation on, so that it may exceed the whole.
 */
export function timePieces(
  { active, waiting, rework }: Seconds,
  blocked: readonly { readonly duration: { readonly seconds: number } }[],
): TimePieces {
  const whole = active + waiting;
  if (whole === 0) return { active: 0, waiting: 0, blocked: 0, rework: 0 };
  const held = Math.min(
    blocked.reduce((sum, one) => sum + one.duration.seconds, 0),
    waiting,
  );
  return {
    active: active / whole,
    waiting: (waiting - held) / whole,
    blocked: held / whole,
    rework: Math.min(rework / whole, 1),
  };
}
