import type { AccessTokensQuery } from '../../../gql/graphql.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../../ui/Table.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { RevokeTokenButton } from './RevokeTokenButton.tsx';
import { endsSoon, reachOf, reachWords } from './token-words.ts';

interface TokenTableProps {
  tokens: AccessTokensQuery['viewer']['accessTokens'];
  onGone: () => void;
}

/** Tokens in rows: what each may do, whether it is used, and until when. */
export function TokenTable({ tokens, onGone }: TokenTableProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  return (
    <Table
      caption="Access tokens, newest first"
      head={
        <>
          <HeadCell>Name</HeadCell>
          <HeadCell>May</HeadCell>
          <HeadCell>Made</HeadCell>
          <HeadCell>Last used</HeadCell>
          <HeadCell>Expires</HeadCell>
          <HeadCell>
            <span className="sr-only">Revoke</span>
          </HeadCell>
        </>
      }
    >
      {tokens.map((token) => (
        <tr key={token.id}>
          <Cell className="min-w-32 font-medium wrap-anywhere">{token.name}</Cell>
          <Cell className="whitespace-nowrap">{reachWords[reachOf(token.scopes)]}</Cell>
          <Cell className="whitespace-nowrap">{formats.date(token.createdAt)}</Cell>
          <Cell className="whitespace-nowrap">
            {token.lastUsedAt ? formats.relative(token.lastUsedAt, now) : 'Never'}
          </Cell>
          <Cell className="whitespace-nowrap">
            {token.expiresAt && formats.date(token.expiresAt)}{' '}
            {token.expiresAt && endsSoon(token.expiresAt, now) && (
              <Badge tone="warn">{formats.relative(token.expiresAt, now)}</Badge>
            )}
          </Cell>
          <Cell className="text-right">
            <RevokeTokenButton token={token} onGone={onGone} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
