/**
 * The exact odds of how many are delivered in 0, 1, 2 … `days` days, each drawn from the history with replacement:
 * `odds[d][k]` is the probability of exactly k in d days, by adding one day after the other to what was there before.
 * Totals above `most` count as that.
 */
export function exactThroughput(history: readonly number[], days: number, most = Number.POSITIVE_INFINITY): number[][] {
  const odds: number[][] = [[1]];
  const chances = [...new Set(history)].map((count) => ({
    count,
    share: history.filter((other) => other === count).length / history.length,
  }));
  for (let day = 1; day <= days; day += 1) {
    const next: number[] = [];
    (odds[day - 1] ?? []).forEach((chance, total) => {
      for (const { count, share } of chances) {
        const sum = Math.min(total + count, most);
        next[sum] = (next[sum] ?? 0) + chance * share;
      }
    });
    odds.push(Array.from(next, (chance) => chance ?? 0));
  }
  return odds;
}

/** The probability of at least so many. */
export function oddsOfAtLeast(count: number, odds: readonly number[]): number {
  return odds.reduce((sum, chance, total) => (total >= count ? sum + chance : sum), 0);
}

/** How far the share of so many trials may stray from a probability by chance: six standard deviations, once in 500 million. */
export const chanceOf = (p: number, trials: number): number => 6 * Math.sqrt((p * (1 - p)) / trials);
