import type { LabourMethod } from './labour-ledger.ts';

const sourceOf: Readonly<Record<LabourMethod, string>> = {
  EVEN_SPLIT:
    "a person's working day is cut into equal slices over the issues they had in an active stage, flagged or not, within " +
    'its working hours, and a day without one is unattributed',
  WORKLOGS: 'labour is what people logged on the issues, and what they did not log is unattributed',
};

/** What labour is, in sentences for `Basis.definition`. */
export const labourDefinition = (method: LabourMethod): string =>
  'Paid are those who owned an issue in scope, or a subtask of one, that was not done for at least a second of the ' +
  'window: the hours a day of the calendar, at the hourly rate times burden, for every working day of it and the passed ' +
  `part of today. Of that, ${sourceOf[method]}; so is what they did outside the scope. A subtask's labour is booked on its ` +
  'parent.';
