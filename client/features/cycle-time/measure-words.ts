import type { CycleMeasure } from '../../gql/graphql.ts';

interface MeasureWords {
  readonly name: string;
  readonly meaning: string;
}

/** The three lengths of an issue's way (METRICS, flow measures). */
export const measureWords: Readonly<Record<CycleMeasure, MeasureWords>> = {
  CYCLE: { name: 'Cycle time', meaning: 'From the start of work to done.' },
  LEAD: { name: 'Lead time', meaning: 'From creation to done.' },
  PROCESS: { name: 'Process time', meaning: 'Only the time somebody worked on it, without waits.' },
};

export const measures = [
  { value: 'CYCLE', label: 'Cycle time' },
  { value: 'LEAD', label: 'Lead time' },
  { value: 'PROCESS', label: 'Process time' },
] as const;
