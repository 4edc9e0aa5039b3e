/** A moment by the database's clock, for an update pipeline: the clocks of processes differ, and the queue goes by one. */
export const fromNow = (ms: number) => ({
  $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: Math.round(ms) },
});
