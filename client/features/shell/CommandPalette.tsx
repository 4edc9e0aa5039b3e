import { Command } from 'cmdk';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../gql/index.ts';
import { withQuestion } from '../question/with-question.ts';
import { placesFor } from './palette-places.ts';

const issueSearchQuery = graphql(`
  query CommandPaletteIssues($filter: IssueFilter!) {
    viewer {
      id
      jiraConnection {
        id
        issues(first: 8, filter: $filter, orderBy: { field: UPDATED_AT, direction: DESC }) {
          nodes {
            id
            key
            summary
          }
        }
      }
    }
  }
`);

const stagesQuery = graphql(`
  query CommandPaletteStages {
    viewer {
      id
      jiraConnection {
        id
        stages {
          id
          name
        }
      }
    }
  }
`);

const isKey = (words: string): boolean => /^[a-z][a-z0-9_]*-\d+$/i.test(words);

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Finds pages and stages by name, and issues by key or words. */
export function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [words, setWords] = useState('');
  const wanted = words.trim();
  const [found] = useQuery({
    query: issueSearchQuery,
    variables: { filter: isKey(wanted) ? { keys: [wanted.toUpperCase()] } : { text: wanted } },
    pause: wanted.length < 2,
  });
  const issues = wanted.length < 2 ? [] : (found.data?.viewer.jiraConnection?.issues.nodes ?? []);
  const [workflow] = useQuery({ query: stagesQuery });
  const pages = placesFor(wanted, workflow.data?.viewer.jiraConnection?.stages ?? []);

  function go(to: string) {
    onOpenChange(false);
    void navigate(to);
  }

  const itemClasses =
    'flex cursor-pointer items-center gap-2 rounded-md px-2 py-2 data-[selected=true]:bg-sunken aria-selected:bg-sunken';
  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label="Search pages, stages and issues"
      shouldFilter={false}
      overlayClassName="fixed inset-0 z-40 bg-black/45"
      contentClassName="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-high"
    >
      <Command.Input
        value={words}
        onValueChange={setWords}
        placeholder="Go to a page, or type an issue key or words of its title"
        className="h-12 w-full border-b border-line bg-transparent px-4 outline-none placeholder:text-ink-muted"
      />
      <Command.List className="max-h-80 overflow-y-auto p-2">
        {pages.length > 0 && (
          <Command.Group
            heading="Pages"
            className="text-xs text-ink-muted [&_[cmdk-item]]:text-sm [&_[cmdk-item]]:text-ink"
          >
            {pages.map((item) => (
              <Command.Item
                key={item.to}
                value={item.to}
                onSelect={() => go(item.keepsQuestion ? withQuestion(item.to, search) : item.to)}
                className={itemClasses}
              >
                <item.icon size={16} aria-hidden /> {item.label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {issues.length > 0 && (
          <Command.Group
            heading="Issues"
            className="text-xs text-ink-muted [&_[cmdk-item]]:text-sm [&_[cmdk-item]]:text-ink"
          >
            {issues.map((issue) => (
              <Command.Item
                key={issue.id}
                value={issue.id}
                onSelect={() => go(`/issues/${encodeURIComponent(issue.key)}`)}
                className={itemClasses}
              >
                <span className="font-medium whitespace-nowrap">{issue.key}</span>
                <span className="truncate text-ink-soft">{issue.summary}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {pages.length === 0 && issues.length === 0 && (
          <p className="px-2 py-6 text-center text-ink-muted">
            {found.fetching ? 'Searching…' : 'No page and no issue with these words.'}
          </p>
        )}
      </Command.List>
    </Command.Dialog>
  );
}
