import type { SyncProgress_RunFragment } from '../../gql/graphql.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { waitingWords } from './waiting-words.ts';

/** Why a run does nothing at the moment: seconds that count down for the eye, and for the ear until when, once. */
export function WaitingNotice({ run, now }: { run: SyncProgress_RunFragment; now: number }) {
  const words = waitingWords(run, useFormats(), now);
  return (
    <>
      <p role="status" className="sr-only">
        {words?.announced}
      </p>
      {words && (
        <p aria-hidden className="text-warn">
          {words.shown} What has been read so far is kept.
        </p>
      )}
    </>
  );
}
