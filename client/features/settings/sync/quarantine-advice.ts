/** What a person can do about an issue that was set aside. The reason begins with the field that it is about. */
export function quarantineAdvice(reason: string): string {
  if (/^changelog: is too large/.test(reason))
    return 'Nothing can be done in Jira: its history is too long to be kept. Figures leave it out.';
  if (/^changelog\b/.test(reason))
    return 'Histories cannot be mended in Jira. It is tried again with every comparison; until then figures leave it out.';
  return 'Open it in Jira, put this field right and save. The edit brings it here; if not, compare every issue.';
}

/** Where the issue can be opened; null when what stands for its key is none. */
export function issueAddress(siteUrl: string | undefined, key: string): string | null {
  if (!siteUrl || !/^[A-Z][A-Z0-9_]*-\d+$/.test(key)) return null;
  return `${siteUrl.replace(/\/$/, '')}/browse/${key}`;
}
