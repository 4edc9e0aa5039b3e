interface LittlesLaw {
  readonly ratio?: number | null;
  readonly ok: boolean;
}

/** What the check says, as a sentence. Which assumptions fail is said beside it. */
export function littlesLawWords({ ratio, ok }: LittlesLaw, write: (ratio: number) => string): string {
  const measured = ratio === null || ratio === undefined ? '' : ` (ratio ${write(ratio)})`;
  return ok
    ? `Little's law applies${measured}: what is under way, what leaves and how long it takes fit together, so averages of this window can be relied on.`
    : `Little's law does not apply${measured}: this window is not stable, so its averages say little about what comes next.`;
}
