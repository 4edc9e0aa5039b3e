import type { DataRequestKind, DataRequestStatus } from '../../../gql/graphql.ts';

/** What the words need of a request. */
export interface AskedRequest {
  readonly kind: DataRequestKind;
  readonly status: DataRequestStatus;
  readonly subject: string;
}

export const statusWords: Readonly<Record<DataRequestStatus, string>> = {
  QUEUED: 'Waits for its turn',
  RUNNING: 'Under way',
  COMPLETED: 'Done',
  FAILED: 'Failed',
  REFUSED: 'Refused',
};

export const statusTones = {
  QUEUED: 'calm',
  RUNNING: 'calm',
  COMPLETED: 'good',
  FAILED: 'danger',
  REFUSED: 'warn',
} as const satisfies Record<DataRequestStatus, string>;

/** Somebody waits for it still. */
export const isOpen = ({ status }: Pick<AskedRequest, 'status'>): boolean =>
  status === 'QUEUED' || status === 'RUNNING';

/** The schema's word for the viewer among the subjects. */
const viewer = 'me';

/** What is asked for; of a person nobody's name, which is gone when it is done. */
export function requestTitle({ kind, subject }: AskedRequest): string {
  if (kind === 'ERASE') return 'Erasure of a person';
  return subject === viewer ? 'Export of my own data' : "Export of a person's data";
}

/** The account id in Jira of whom it is about; null for the viewer. */
export const accountIdOf = ({ subject }: Pick<AskedRequest, 'subject'>): string | null =>
  subject === viewer ? null : subject;

/** A store as the server names it, in words: "cost_models" becomes "cost models". */
export const storeWords = (store: string): string => store.replaceAll('_', ' ');
