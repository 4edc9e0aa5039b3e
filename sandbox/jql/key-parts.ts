/** The key of an issue's project, and its number there. */
export function keyParts(key: string): [project: string, number: number] {
  const dash = key.lastIndexOf('-');
  return [key.slice(0, dash), Number(key.slice(dash + 1))];
}
