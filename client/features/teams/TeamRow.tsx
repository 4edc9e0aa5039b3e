import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell } from '../../ui/Table.tsx';
import { EstimateCell } from '../money/EstimateCell.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { ChangeCell } from './ChangeCell.tsx';
import { TeamTrend } from './TeamTrend.tsx';

const rowFragment = graphql(`
  fragment TeamRow_row on TeamRow {
    team {
      id
      name
    }
    comparable
    reasons
    throughputPerWeek {
      current
      previous
      signal
    }
    cycleTime {
      current {
        n
        p85 {
          seconds
          days
        }
      }
      previous {
        n
        p85 {
          seconds
          days
        }
      }
      signal
    }
    flowEfficiency {
      current
      previous
      signal
    }
    wip {
      current
      previous
      signal
    }
    reworkRate {
      current
      previous
      signal
    }
    delayCost {
      ...EstimateCell_estimate
    }
    trend {
      date
      value
    }
  }
`);

/** One team: its own trend first, then each number beside what it was. */
export function TeamRow(props: { row: FragmentType<typeof rowFragment> }) {
  const { team, ...row } = readFragment(rowFragment, props.row);
  const formats = useFormats();
  const number = (value: number | null | undefined): string => (value == null ? '–' : formats.number(value));
  const percent = (value: number | null | undefined): string => (value == null ? '–' : formats.percent(value));
  const ofTeam = `team=${encodeURIComponent(team.id)}`;
  return (
    <tr className={cn(!row.comparable && 'bg-sunken text-ink-muted')}>
      <Cell className="min-w-36">
        <QuestionLink
          to={`/investigate?${ofTeam}`}
          className={cn('font-medium hover:underline', row.comparable ? 'text-accent-text' : 'text-ink-soft')}
        >
          {team.name}
        </QuestionLink>
        {!row.comparable && (
          <>
            <span className="block text-xs font-medium">Not comparable</span>
            <ul className="text-xs">
              {row.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </>
        )}
      </Cell>
      <Cell>
        <TeamTrend team={team.name} trend={row.trend} />
      </Cell>
      <ChangeCell
        current={
          <QuestionLink to={`/flow?${ofTeam}`} className="hover:underline">
            {number(row.throughputPerWeek.current)}
          </QuestionLink>
        }
        previous={number(row.throughputPerWeek.previous)}
        signal={row.throughputPerWeek.signal}
      />
      <ChangeCell
        current={
          <QuestionLink to={`/flow?${ofTeam}`} className="hover:underline">
            {formats.span(row.cycleTime.current.p85)}
          </QuestionLink>
        }
        previous={formats.span(row.cycleTime.previous.p85)}
        signal={row.cycleTime.signal}
      />
      <ChangeCell
        current={percent(row.flowEfficiency.current)}
        previous={percent(row.flowEfficiency.previous)}
        signal={row.flowEfficiency.signal}
      />
      <ChangeCell current={number(row.wip.current)} previous={number(row.wip.previous)} signal={row.wip.signal} />
      <ChangeCell
        current={percent(row.reworkRate.current)}
        previous={percent(row.reworkRate.previous)}
        signal={row.reworkRate.signal}
      />
      <EstimateCell estimate={row.delayCost} />
    </tr>
  );
}
