import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';

const blockedByLinksFragment = graphql(`
  fragment BlockedByLinks_viewer on Viewer {
    settings {
      blockedByLinks
    }
  }
`);

const countLinksMutation = graphql(`
  mutation CountLinksAsBlocked($blockedByLinks: Boolean!) {
    updateSettings(input: { blockedByLinks: $blockedByLinks }) {
      settings {
        blockedByLinks
      }
      userErrors {
        message
      }
    }
  }
`);

/** What blocks an issue beside its flag. Saved when it is switched; switching back undoes it. */
export function BlockedByLinks(props: { viewer: FragmentType<typeof blockedByLinksFragment> }) {
  const { settings } = readFragment(blockedByLinksFragment, props.viewer);
  const [asked, countLinks] = useMutation(countLinksMutation);
  /** What was chosen last and not refused: the settings that are shown are read again a moment later. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  const id = useId();

  async function change(blockedByLinks: boolean) {
    setWanted(blockedByLinks);
    const { data, error } = await countLinks({ blockedByLinks });
    const refusal = data?.updateSettings.userErrors[0]?.message;
    if (error || refusal) {
      setWanted(null);
      toast.error(error ? failureWords(error) : refusal);
    } else toast.success(blockedByLinks ? 'Links block issues now' : 'Only flags block issues now');
  }

  return (
    <Card title="What counts as blocked">
      <div className="flex items-start gap-2">
        <input
          id={id}
          type="checkbox"
          className="mt-1 size-4 accent-(--accent)"
          checked={wanted ?? settings.blockedByLinks}
          disabled={asked.fetching}
          aria-describedby={`${id}-hint`}
          onChange={(event) => void change(event.target.checked)}
        />
        <div>
          <label htmlFor={id} className="font-medium">
            Links that say “is blocked by” block an issue
          </label>
          <p id={`${id}-hint`} className="text-xs text-ink-muted">
            An issue is blocked while its flag is up. With this, also while it is linked as blocked by an issue that is
            not done. Every figure follows at once, of the past too.
          </p>
        </div>
      </div>
    </Card>
  );
}
