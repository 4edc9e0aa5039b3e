const dropped: ReadonlySet<string> = new Set([
  "won't do",
  "won't fix",
  'duplicate',
  'cannot reproduce',
  'declined',
  'invalid',
  'incomplete',
  'not a bug',
  'not a problem',
  'rejected',
  'obsolete',
  'abandoned',
]);

/** Whether a resolution says that the work was dropped rather than delivered (METRICS 4, "Discarded"). Case does not matter. */
export function isDiscarding(resolution: string): boolean {
  return dropped.has(resolution.toLowerCase());
}
