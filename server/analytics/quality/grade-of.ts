export type QualityGrade = 'A' | 'B' | 'C' | 'D';

/** Largest share of issues that move a figure wrongly, for each grade; beyond them it is a D. */
const limits: readonly (readonly [QualityGrade, number])[] = [
  ['A', 0.05],
  ['B', 0.15],
  ['C', 0.3],
];

/** The grade of a figure about `all` issues of which `flawed` ones are wrong or lacking. */
export function gradeOf(flawed: number, all: number): QualityGrade {
  const share = all === 0 ? 0 : flawed / all;
  return limits.find(([, limit]) => share <= limit)?.[0] ?? 'D';
}
