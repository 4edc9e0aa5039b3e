import { useState } from 'react';
import { useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { toast } from '../../ui/toast.ts';
import { useNow } from '../../ui/use-now.ts';
import { failureWords } from '../api/failure-words.ts';
import { useSessionKeeper } from '../session/SessionProvider.tsx';
import { signOutMutation } from '../session/session-documents.ts';
import { deviceWords } from './device-words.ts';

const sessionListFragment = graphql(`
  fragment SessionList_viewer on Viewer {
    sessions {
      id
      createdAt
      lastSeenAt
      userAgent
      current
    }
  }
`);

const revokeMutation = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id) {
      ok
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Everywhere this account is signed in; any of them can be ended from here. */
export function SessionList(props: { viewer: FragmentType<typeof sessionListFragment> }) {
  const { sessions } = readFragment(sessionListFragment, props.viewer);
  const keeper = useSessionKeeper();
  const formats = useFormats();
  const now = useNow(60_000);
  const [, revokeSession] = useMutation(revokeMutation);
  const [, signOut] = useMutation(signOutMutation);
  const [busy, setBusy] = useState<string | null>(null);

  async function revoke(id: string) {
    setBusy(id);
    const result = await revokeSession({ id });
    setBusy(null);
    const problem = result.data?.revokeSession.userErrors[0]?.message ?? (result.error && failureWords(result.error));
    if (problem) toast.error('The session was not ended', { description: problem });
    else toast.success('Session ended');
  }

  async function leaveEverywhere() {
    setBusy('everywhere');
    await signOut({ everywhere: true });
    keeper.forget();
  }

  return (
    <Card
      title="Sessions"
      description="Where your account is signed in."
      actions={
        <Button size="small" busy={busy === 'everywhere' && 'Signing out…'} onClick={() => void leaveEverywhere()}>
          Sign out everywhere
        </Button>
      }
    >
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
            <div className="min-w-0">
              <p className="flex items-center gap-2 font-medium">
                {deviceWords(session.userAgent)}
                {session.current && <Badge tone="good">This session</Badge>}
              </p>
              <p className="text-xs text-ink-muted">
                Last seen {formats.relative(session.lastSeenAt, now)}, signed in {formats.dateTime(session.createdAt)}
              </p>
            </div>
            {!session.current && (
              <Button
                size="small"
                aria-label={`Revoke ${deviceWords(session.userAgent)}, signed in ${formats.dateTime(session.createdAt)}`}
                busy={busy === session.id && 'Revoking…'}
                onClick={() => void revoke(session.id)}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
