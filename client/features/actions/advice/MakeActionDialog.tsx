import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { noErrors, sortErrors } from '../../api/user-errors.ts';
import { useQuestion } from '../../question/use-question.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { actionPath } from '../actions-view.ts';
import { createInput, faultsOf, type NewAction, newActionFields } from '../board/new-action.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { metricFormats, metricWords, targetUnit } from '../metric-words.ts';
import { type AdvisedChange, actionDraft } from './action-draft.ts';
import { createActionMutation } from './create-action.ts';
import { OwnerField } from './OwnerField.tsx';

interface Advised extends AdvisedChange {
  readonly stage?: { readonly id: string; readonly name: string } | null;
  readonly expectedEffect?: { readonly low: number; readonly base: number; readonly high: number } | null;
}

interface MakeActionDialogProps {
  advised: Advised;
  teams: readonly { readonly id: string; readonly name: string }[];
  currency: string;
  onClose: () => void;
}

/** An action as the recommendation suggests it, to be changed before it goes to the board. */
export function MakeActionDialog({ advised, teams, currency, onClose }: MakeActionDialogProps) {
  const formats = useFormats();
  const navigate = useNavigate();
  const { teamIds } = useQuestion().question;
  const [, createAction] = useMutation(createActionMutation);
  // However often it is sent, one dialog makes one action.
  const [key] = useState(idempotencyKey);
  const [draft, setDraft] = useState(() => actionDraft(advised, teamIds, formats.localDate(Date.now())));
  const [errors, setErrors] = useState(noErrors);
  const [busy, setBusy] = useState(false);
  const words = metricFormats(formats, currency);
  const change = (part: Partial<NewAction>) => setDraft({ ...draft, ...part });

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const faults = faultsOf(draft);
    if (Object.keys(faults).length > 0) return setErrors({ byField: faults, form: [] });
    setBusy(true);
    const result = await createAction({ input: { ...createInput(draft, key), recommendationId: advised.id } });
    setBusy(false);
    const payload = result.data?.createAction;
    if (payload?.action) {
      const path = actionPath(payload.action.id);
      toast.success('On the board', {
        description: payload.action.title,
        action: { label: 'Open it', onClick: () => void navigate(path) },
      });
      return onClose();
    }
    const told = payload?.userErrors ?? [];
    setErrors(
      told.length > 0
        ? sortErrors(told, newActionFields)
        : { byField: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
    );
  }

  const now = advised.baseline == null ? null : `Now ${words.value(advised.metric, advised.baseline)}`;
  const expected = advised.expectedEffect && `${words.change(advised.metric, advised.expectedEffect.base)} expected`;
  return (
    <Modal open onOpenChange={onClose} title="Make it an action">
      <form noValidate onSubmit={(event) => void onSubmit(event)} className="space-y-4">
        <FormErrors messages={errors.form} />
        <Field
          label="What is to be done"
          required
          maxLength={200}
          value={draft.title}
          error={errors.byField.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <p>
          <span className="block font-medium">Judged by</span>
          {metricWords[advised.metric].name}
          {advised.stage && `, ${advised.stage.name}`}
          <span className="block text-xs text-ink-muted">{metricWords[advised.metric].meaning}</span>
        </p>
        <div className="grid gap-4 min-[26rem]:grid-cols-2">
          <Field
            label={`Target (${targetUnit(advised.metric, currency)})`}
            inputMode="decimal"
            hint={[now, expected].filter(Boolean).join('; ')}
            value={draft.target}
            error={errors.byField.target}
            onChange={(event) => change({ target: event.target.value })}
          />
          <Field
            label="Review on"
            type="date"
            hint="When to look whether it has helped."
            value={draft.reviewOn}
            error={errors.byField.reviewOn}
            onChange={(event) => change({ reviewOn: event.target.value })}
          />
          <SelectField
            label="Measured on"
            hint="Everything, or one team; over the last 90 days."
            value={draft.teamId}
            error={errors.byField.teamId}
            onChange={(event) => change({ teamId: event.target.value })}
          >
            <option value="">All issues</option>
            {teams.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </SelectField>
          <OwnerField
            value={draft.ownerId}
            error={errors.byField.ownerId}
            onChange={(ownerId) => change({ ownerId })}
          />
        </div>
        <TextArea
          label="Note"
          rows={4}
          maxLength={5_000}
          value={draft.note}
          error={errors.byField.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy && 'Making it…'}>
            Put it on the board
          </Button>
        </div>
      </form>
    </Modal>
  );
}
