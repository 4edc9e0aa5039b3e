import type { DataRequestKind, DataRequestsQuery } from '../../../gql/graphql.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../../ui/Table.tsx';
import { storeWords } from './request-words.ts';

interface ReceiptProps {
  receipt: NonNullable<DataRequestsQuery['viewer']['dataRequests']['nodes'][number]['receipt']>;
  kind: DataRequestKind;
}

/** What was done, for the file of who asked. */
export function Receipt({ receipt, kind }: ReceiptProps) {
  const formats = useFormats();
  const counted = kind === 'ERASE' ? 'Rows with something erased' : 'Rows given out';
  return (
    <details className="text-xs">
      <summary className="cursor-pointer text-ink-soft">Receipt of {formats.dateTime(receipt.completedAt)}</summary>
      <div className="mt-2 max-w-md space-y-2">
        <p>
          SHA-256 {kind === 'ERASE' ? 'of what was counted' : 'of the archive'}:{' '}
          <code className="wrap-anywhere">{receipt.sha256}</code>
        </p>
        <Table
          caption={counted}
          head={
            <>
              <HeadCell>Store</HeadCell>
              <HeadCell numeric>{counted}</HeadCell>
            </>
          }
        >
          {receipt.counts.map(({ store, rows }) => (
            <tr key={store}>
              <Cell className="first-letter:uppercase">{storeWords(store)}</Cell>
              <Cell numeric>{formats.number(rows)}</Cell>
            </tr>
          ))}
        </Table>
      </div>
    </details>
  );
}
