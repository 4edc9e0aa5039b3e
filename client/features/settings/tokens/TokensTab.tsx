import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureState } from '../../../ui/FailureState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { failureWords } from '../../api/failure-words.ts';
import { HowToSend } from './HowToSend.tsx';
import { NewTokenDialog } from './NewTokenDialog.tsx';
import { TokenTable } from './TokenTable.tsx';

const accessTokensQuery = graphql(`
  query AccessTokens {
    viewer {
      id
      accessTokens {
        id
        name
        scopes
        createdAt
        lastUsedAt
        expiresAt
      }
    }
  }
`);

/** What programs speak for the viewer with. Asked for when its tab is opened: when they were used last is of then. */
export function TokensTab() {
  const [asked, reload] = useQuery({ query: accessTokensQuery, requestPolicy: 'cache-and-network' });
  const [making, setMaking] = useState(false);
  const adding = useRef<HTMLButtonElement>(null);
  const revoked = useRef(false);
  const tokens = asked.data?.viewer.accessTokens;

  // The button that opened the question goes with its row: focus must not get lost with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is other tokens that take rows away
  useEffect(() => {
    if (revoked.current && document.activeElement === document.body) adding.current?.focus();
  }, [tokens]);

  return (
    <Card
      title="Access tokens"
      description="For programs that ask for your figures. Each is a key to them: give every program its own."
      actions={
        <Button ref={adding} look="primary" size="small" onClick={() => setMaking(true)}>
          <Plus size={14} aria-hidden /> New token
        </Button>
      }
    >
      {!tokens && asked.error && (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      )}
      {!tokens && !asked.error && (
        <Loading what="access tokens">
          <Skeleton className="h-48" />
        </Loading>
      )}
      {tokens?.length === 0 && <EmptyState title="No tokens yet" text={<HowToSend />} />}
      {tokens && tokens.length > 0 && (
        <>
          <TokenTable
            tokens={tokens}
            onGone={() => {
              revoked.current = true;
              adding.current?.focus();
            }}
          />
          <p className="mt-3 px-2 text-xs text-ink-muted">
            <HowToSend />
          </p>
        </>
      )}
      <NewTokenDialog open={making} onClose={() => setMaking(false)} />
    </Card>
  );
}
