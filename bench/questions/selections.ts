/** Everything that a figure tells, but for pages of issues, which are rows of the database and not figures. */
export const duration = '{ seconds days }';
export const percentiles = `{ n p50 ${duration} p70 ${duration} p85 ${duration} p95 ${duration} mean ${duration} }`;
export const basis = `{
  n excluded { reason count } asOf window { from to } clock timeZone percentileMethod coverage
  quality { grade warnings { code message count fix } } definition
}`;
