import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../../ui/Table.tsx';
import { failureWords } from '../../api/failure-words.ts';
import { versionChanges } from './version-changes.ts';

const versionsQuery = graphql(`
  query CostModelVersions($first: Int!) {
    viewer {
      id
      settings {
        costModelVersions(first: $first) {
          nodes {
            savedAt
            costModel {
              version
              currency
              defaultHourlyRate {
                amount
                currency
              }
              burden
              paybackWeeks
              roleRates {
                role
                hourlyRate {
                  amount
                  currency
                }
                validFrom
              }
              valueClasses {
                match
                perWeek {
                  amount
                  currency
                }
              }
              capitalisation {
                issueType
                capitalised
              }
            }
          }
        }
      }
    }
  }
`);

const few = 10;
/** One less than a page: what a version changed is told by the one before it. */
const most = 99;

/** What the cost model was before: answers name their version, and here it can be looked up. */
export function CostVersions() {
  const formats = useFormats();
  const [count, setCount] = useState(few);
  const [asked] = useQuery({ query: versionsQuery, variables: { first: count + 1 } });
  const answer = asked.data?.viewer.settings.costModelVersions;
  // Those that were shown stay while more are on their way.
  const [list, setList] = useState(answer);
  if (answer && answer !== list) setList(answer);
  const versions = list?.nodes ?? [];
  return (
    <Card title="Versions" description="Every answer about money names the version it used.">
      {asked.error && !list && <p role="alert">{failureWords(asked.error)}</p>}
      {versions.length > 0 && (
        <Table
          caption="Versions of the cost model"
          head={
            <>
              <HeadCell numeric>Version</HeadCell>
              <HeadCell>Saved</HeadCell>
              <HeadCell numeric>An hour</HeadCell>
              <HeadCell numeric>Burden</HeadCell>
              <HeadCell numeric>Payback</HeadCell>
              <HeadCell>What changed</HeadCell>
            </>
          }
        >
          {versions.slice(0, count).map(({ costModel, savedAt }, index) => {
            const before = versions[index + 1]?.costModel;
            const changes = before ? versionChanges(costModel, before, formats) : [];
            return (
              <tr key={costModel.version}>
                <Cell numeric>{formats.number(costModel.version)}</Cell>
                <Cell className="whitespace-nowrap">{formats.dateTime(savedAt)}, by you</Cell>
                <Cell numeric>{formats.money(costModel.defaultHourlyRate)}</Cell>
                <Cell numeric>{formats.ratio(costModel.burden)}</Cell>
                <Cell numeric>{formats.number(costModel.paybackWeeks)} weeks</Cell>
                <Cell className="min-w-48">
                  {costModel.version === 1 ? 'What everybody begins with' : changes.join('; ')}
                </Cell>
              </tr>
            );
          })}
        </Table>
      )}
      {versions.length > count && count < most && (
        <Button size="small" className="mt-2" onClick={() => setCount(most)}>
          Show earlier versions
        </Button>
      )}
    </Card>
  );
}
