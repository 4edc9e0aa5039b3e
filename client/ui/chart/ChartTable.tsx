import { Button } from '../Button.tsx';
import type { CellValue, TableContent } from '../csv.ts';
import { Cell, HeadCell, Table } from '../Table.tsx';

interface ChartTableProps {
  title: string;
  table: TableContent;
  height: number;
  openRow: ((row: number) => (() => void) | undefined) | undefined;
}

const shownAs = (value: CellValue | undefined) => (typeof value === 'object' ? value?.shown : value);

/** The chart's own numbers, row by row. The first cell opens what is behind the row. */
export function ChartTable({ title, table, height, openRow }: ChartTableProps) {
  const numeric = (column: number): boolean => {
    const first = table.rows[0]?.[column] ?? '';
    return typeof first !== 'string';
  };
  return (
    <div style={{ height }} className="overflow-y-auto">
      <Table
        caption={`${title}, as a table`}
        head={table.columns.map((name, column) => (
          <HeadCell key={name} numeric={numeric(column)}>
            {name}
          </HeadCell>
        ))}
      >
        {table.rows.map((row, index) => {
          const open = openRow?.(index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={index}>
              {row.map((value, column) => (
                <Cell key={table.columns[column]} numeric={numeric(column)}>
                  {column === 0 && open ? (
                    <Button look="ghost" size="small" onClick={open}>
                      {shownAs(value)}
                    </Button>
                  ) : (
                    shownAs(value)
                  )}
                </Cell>
              ))}
            </tr>
          );
        })}
      </Table>
    </div>
  );
}
