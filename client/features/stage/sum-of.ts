/** The sum over the days of a series. */
export const sumOf = (days: readonly { readonly value: number }[]): number =>
  days.reduce((sum, day) => sum + day.value, 0);
