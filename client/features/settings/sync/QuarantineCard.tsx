import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../../ui/Table.tsx';
import { issueAddress, quarantineAdvice } from './quarantine-advice.ts';
import { setAsideCount } from './run-words.ts';

const quarantineFragment = graphql(`
  fragment QuarantineCard_connection on JiraConnection {
    site {
      cloudId
      url
    }
    syncStatus {
      quarantined {
        key
        reason
      }
    }
  }
`);

/** Issues that could not be stored: which, why, and what to do. Warnings of the reports lead here by `#set-aside`. */
export function QuarantineCard(props: { connection: FragmentType<typeof quarantineFragment> }) {
  const { site, syncStatus } = readFragment(quarantineFragment, props.connection);
  const { quarantined } = syncStatus;
  const formats = useFormats();
  const { hash } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hash !== '#set-aside') return;
    // After the shell has moved focus to the page's heading.
    const frame = requestAnimationFrame(() => place.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [hash]);

  return (
    <div id="set-aside" ref={place} tabIndex={-1} className="scroll-mt-16 rounded-lg">
      <Card
        title="Issues set aside"
        description={
          quarantined.length === 0
            ? undefined
            : `${setAsideCount(quarantined.length, formats)} could not be stored as of now. They are missing from every figure; the rest is not affected.`
        }
      >
        {quarantined.length === 0 ? (
          <p className="text-ink-soft">None. Every issue that was read could be stored.</p>
        ) : (
          <Table
            caption="Issues set aside"
            head={
              <>
                <HeadCell>Issue</HeadCell>
                <HeadCell>Reason</HeadCell>
                <HeadCell>What to do</HeadCell>
              </>
            }
          >
            {quarantined.map(({ key, reason }) => {
              const address = issueAddress(site?.url, key);
              return (
                <tr key={`${key} ${reason}`}>
                  <Cell className="font-medium whitespace-nowrap">
                    {address ? (
                      <a href={address} target="_blank" rel="noreferrer" className="text-accent-text underline">
                        {key}
                      </a>
                    ) : (
                      key
                    )}
                  </Cell>
                  <Cell className="min-w-48">{reason}</Cell>
                  <Cell className="min-w-56 text-ink-soft">{quarantineAdvice(reason)}</Cell>
                </tr>
              );
            })}
          </Table>
        )}
      </Card>
    </div>
  );
}
