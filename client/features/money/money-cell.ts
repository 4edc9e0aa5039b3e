import type { ExactValue } from '../../ui/csv.ts';
import type { Amount, Formats } from '../../ui/format.ts';

/** An amount in the table of a chart: as the viewer writes it, and to the last digit in a spreadsheet. */
export const moneyCell = (amount: Amount, formats: Formats): ExactValue => ({
  exact: amount.amount,
  shown: formats.money(amount),
});
