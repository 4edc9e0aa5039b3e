/** By project, then by number: P1-2 before P1-10. */
export function keyOrder(a: string, b: string): number {
  const [projectA = '', numberA] = a.split('-');
  const [projectB = '', numberB] = b.split('-');
  return projectA === projectB ? Number(numberA) - Number(numberB) : projectA < projectB ? -1 : 1;
}
