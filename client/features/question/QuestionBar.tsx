import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { MoreScope } from './MoreScope.tsx';
import { PickFilter } from './PickFilter.tsx';
import { useQuestion } from './use-question.ts';
import { WindowPicker } from './WindowPicker.tsx';

const questionBarFragment = graphql(`
  fragment QuestionBar_connection on JiraConnection {
    projects(first: 100) {
      nodes {
        id
        key
        name
      }
    }
    teams {
      id
      name
    }
    everyType: analytics(window: { days: 730 }) {
      cycleTimes {
        byType {
          name
        }
      }
    }
  }
`);

const clocks = [
  { value: 'WORKING', label: 'Working time' },
  { value: 'CALENDAR', label: 'Calendar time' },
] as const;

interface QuestionBarProps {
  connection: FragmentType<typeof questionBarFragment> | undefined;
  /** Whether the page has something to be measured on one clock or the other. */
  clock?: boolean;
}

/** Scope, window and clock of the page. They are in the address, so a link asks the same question. */
export function QuestionBar({ connection: masked, clock = true }: QuestionBarProps) {
  const connection = readFragment(questionBarFragment, masked);
  const { question, ask } = useQuestion();
  const projects = connection?.projects.nodes.map((project) => ({
    value: project.id,
    label: `${project.name} (${project.key})`,
  }));
  const teams = connection?.teams.map((team) => ({ value: team.id, label: team.name }));
  const types = connection?.everyType.cycleTimes.byType.map((row) => ({ value: row.name, label: row.name }));

  return (
    <section aria-label="Scope and window" className="flex flex-wrap items-center gap-2">
      <PickFilter
        name="Projects"
        options={projects ?? []}
        chosen={question.projectIds}
        onChange={(projectIds) => ask({ projectIds })}
      />
      <PickFilter
        name="Teams"
        options={teams ?? []}
        chosen={question.teamIds}
        onChange={(teamIds) => ask({ teamIds })}
      />
      <PickFilter
        name="Types"
        options={types ?? []}
        chosen={question.types}
        onChange={(next) => ask({ types: next })}
      />
      <MoreScope question={question} onChange={ask} />
      <WindowPicker window={question.window} onChange={(window) => ask({ window })} />
      {clock && (
        <Segmented label="Clock" options={clocks} value={question.clock} onChange={(next) => ask({ clock: next })} />
      )}
    </section>
  );
}
