import { useEffect, useId, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { toast } from '../../../ui/toast.ts';
import { useNow } from '../../../ui/use-now.ts';
import { failureWords } from '../../api/failure-words.ts';
import { monthsToLock } from './months-to-lock.ts';
import { UnlockButton } from './UnlockButton.tsx';

const lockedQuery = graphql(`
  query LockedMonths {
    viewer {
      id
      jiraConnection {
        id
        lockedMonths {
          month
          lockedAt
          costModel {
            version
            defaultHourlyRate {
              amount
              currency
            }
          }
          labour {
            amount
            currency
          }
          reworkLabour {
            amount
            currency
          }
          discarded {
            amount
            currency
          }
          delay {
            amount
            currency
          }
        }
      }
    }
  }
`);

const lockMutation = graphql(`
  mutation LockMonth($month: LocalDate!) {
    lockMonth(month: $month) {
      lockedMonth {
        month
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Two years back: earlier ones are locked by the API. */
const monthsBack = 24;

/** Months whose days keep the cost model that held when they were locked. Takes effect at once, beside the form. */
export function LockedMonths() {
  const id = useId();
  const formats = useFormats();
  const now = useNow(60_000);
  const [asked] = useQuery({ query: lockedQuery });
  const [, lockMonth] = useMutation(lockMutation);
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const select = useRef<HTMLSelectElement>(null);
  const unlocked = useRef(false);
  const connection = asked.data?.viewer.jiraConnection;

  // The button that unlocked a month goes with its row: focus must not get lost with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another list that takes the row away
  useEffect(() => {
    if (unlocked.current && document.activeElement === document.body) select.current?.focus();
  }, [connection]);

  if (!connection) return null;
  const locked = connection.lockedMonths.toReversed();
  const open = monthsToLock(
    formats.localDate(now),
    locked.map(({ month }) => month),
    monthsBack,
  );
  const month = chosen !== null && open.includes(chosen) ? chosen : open[0];

  async function lock(first: string) {
    setBusy(true);
    const result = await lockMonth({ month: first });
    setBusy(false);
    const payload = result.data?.lockMonth;
    if (!payload?.lockedMonth)
      return setProblem(payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] }));
    setProblem(null);
    setChosen(null);
    toast.success(`${formats.month(first)} locked`, { description: 'It keeps the cost model of now.' });
  }

  return (
    <Card
      title="Locked months"
      description="A locked month is not rewritten: its days keep the cost model that held when it was locked. While one is locked, the currency stays."
    >
      <div className="space-y-3">
        {locked.length === 0 ? (
          <p className="text-ink-muted">No month is locked: the present cost model applies to all of the past.</p>
        ) : (
          <ul aria-label="Locked months" className="divide-y divide-line rounded-md border border-line">
            {locked.map((one) => (
              <li key={one.month} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="font-medium">{formats.month(one.month)}</p>
                  <p className="text-xs text-ink-muted">
                    Cost model version {formats.number(one.costModel.version)},{' '}
                    {formats.money(one.costModel.defaultHourlyRate)} an hour; locked on {formats.date(one.lockedAt)}
                  </p>
                  {one.labour && one.reworkLabour && one.discarded && one.delay && (
                    <p className="text-xs text-ink-muted">
                      Labour {formats.money(one.labour)}, of it rework {formats.money(one.reworkLabour)} and discarded{' '}
                      {formats.money(one.discarded)}; delay {formats.money(one.delay)}
                    </p>
                  )}
                </div>
                <UnlockButton
                  month={one.month}
                  onGone={() => {
                    unlocked.current = true;
                    select.current?.focus();
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        {month !== undefined && (
          <div className="space-y-1">
            <label htmlFor={`${id}-month`} className="block font-medium">
              Month to lock
            </label>
            <div className="flex flex-wrap gap-2">
              <NativeSelect
                id={`${id}-month`}
                ref={select}
                value={month}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? `${id}-problem` : undefined}
                onChange={(event) => {
                  setChosen(event.target.value);
                  setProblem(null);
                }}
              >
                {open.map((first) => (
                  <option key={first} value={first}>
                    {formats.month(first)}
                  </option>
                ))}
              </NativeSelect>
              <Button busy={busy && 'Locking…'} onClick={() => void lock(month)}>
                Lock month
              </Button>
            </div>
            {problem && (
              <p id={`${id}-problem`} role="alert" className="text-xs font-medium text-danger">
                {problem}
              </p>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
