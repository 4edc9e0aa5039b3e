/** A share as a person reads it: "41 %". */
export const shareInText = (share: number): string => `${Math.round(share * 100)} %`;

/** "1 issue", "12 issues". */
export const issuesInText = (count: number): string => (count === 1 ? '1 issue' : `${count} issues`);

/** A figure that need not be whole: "27.9", "28", "0.25", "less than 0.01". */
export function figureInText(figure: number): string {
  const told = Number(figure.toFixed(Math.abs(figure) < 1 ? 2 : 1));
  return told === 0 && figure > 0 ? 'less than 0.01' : String(told);
}

/** "Build", "Build and Review", "Ready, Build and Review". */
export function listInText(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
