import { describe, expect, it } from 'vitest';
import { csvCell, toCsv } from '../../client/ui/csv.ts';

describe('CSV', () => {
  // Characters that start a formula: OWASP, "CSV Injection".
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
  ])('takes the power of a formula from %j.', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('leaves numbers as numbers, negative ones too.', () => {
    expect(csvCell(-3.5)).toBe('-3.5');
    expect(csvCell(null)).toBe('');
  });

  it('writes an amount to its last digit, not as it is shown.', () => {
    expect(csvCell({ exact: '-12345678901234567.89', shown: '−€12,345,678,901,234,567.89' })).toBe(
      '-12345678901234567.89',
    );
  });

  it('quotes commas, quotes and line ends as RFC 4180 has it.', () => {
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "hi"')).toBe('"say ""hi"""');
    expect(csvCell('two\nlines')).toBe('"two\nlines"');
  });

  it('writes the header and every row with CRLF.', () => {
    const table = {
      columns: ['Issue', 'Days'],
      rows: [
        ['PAY-1', 2],
        ['=PAY-2', 0.5],
      ],
    };
    expect(toCsv(table)).toBe("Issue,Days\r\nPAY-1,2\r\n'=PAY-2,0.5\r\n");
  });
});
