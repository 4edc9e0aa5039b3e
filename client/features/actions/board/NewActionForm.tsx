import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { failureWords } from '../../api/failure-words.ts';
import { noErrors, sortErrors } from '../../api/user-errors.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { weeksAfter } from '../advice/action-draft.ts';
import { createActionMutation } from '../advice/create-action.ts';
import { OwnerField } from '../advice/OwnerField.tsx';
import { idempotencyKey } from '../idempotency-key.ts';
import { actionMetrics, metricWords, targetUnit } from '../metric-words.ts';
import { createInput, emptyAction, faultsOf, type NewAction, newActionFields, stageOf } from './new-action.ts';
import { PresentValue } from './PresentValue.tsx';
import { useActionChoices } from './use-action-choices.ts';

const weeksUntilReview = 6;

interface NewActionFormProps {
  /** Told when something has been typed. */
  onChanged: () => void;
  onMade: (title: string) => void;
  onClose: () => void;
}

export function NewActionForm({ onChanged, onMade, onClose }: NewActionFormProps) {
  const formats = useFormats();
  const { stages, teams, currency } = useActionChoices();
  const [, createAction] = useMutation(createActionMutation);
  // However often it is sent, one form makes one action.
  const [key] = useState(idempotencyKey);
  const [action, setAction] = useState(() => emptyAction(weeksAfter(formats.localDate(Date.now()), weeksUntilReview)));
  const [errors, setErrors] = useState(noErrors);
  const [busy, setBusy] = useState(false);
  const words = metricWords[action.metric];

  function change(part: Partial<NewAction>) {
    setAction({ ...action, ...part });
    const { byField } = errors;
    setErrors({ byField: Object.fromEntries(Object.entries(byField).filter(([name]) => !(name in part))), form: [] });
    onChanged();
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const faults = faultsOf(action);
    if (Object.keys(faults).length > 0) return setErrors({ byField: faults, form: [] });
    setBusy(true);
    const { data, error } = await createAction({ input: createInput(action, key) });
    setBusy(false);
    const made = data?.createAction.action;
    if (made) return onMade(made.title);
    const told = data?.createAction.userErrors ?? [];
    setErrors(
      told.length > 0
        ? sortErrors(told, newActionFields)
        : { byField: {}, form: [failureWords(error ?? { graphQLErrors: [] })] },
    );
  }

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="space-y-4">
      <FormErrors messages={errors.form} />
      <Field
        label="What is to be done"
        required
        maxLength={200}
        value={action.title}
        error={errors.byField.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className="grid gap-4 min-[26rem]:grid-cols-2">
        <SelectField
          label="Judged by"
          hint={words.meaning}
          value={action.metric}
          error={errors.byField.metric}
          onChange={(event) => {
            const metric = actionMetrics.find((one) => one === event.target.value);
            // A target is of one metric: in another it would mean something else.
            if (metric) change({ metric, target: '' });
          }}
        >
          {actionMetrics.map((metric) => (
            <option key={metric} value={metric}>
              {metricWords[metric].name}
            </option>
          ))}
        </SelectField>
        <div className="space-y-4">
          {words.ofStage !== 'never' && (
            <SelectField
              label="Stage"
              required={words.ofStage === 'always'}
              value={action.stageId}
              error={errors.byField.stageId}
              onChange={(event) => change({ stageId: event.target.value })}
            >
              <option value="">{words.ofStage === 'always' ? 'Choose a stage' : 'All of the work'}</option>
              {stages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField
            label="Measured on"
            value={action.teamId}
            error={errors.byField.teamId}
            onChange={(event) => change({ teamId: event.target.value })}
          >
            <option value="">All issues</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <Field
          label={`Target (${targetUnit(action.metric, currency)})`}
          required
          inputMode="decimal"
          autoComplete="off"
          hint={
            <PresentValue metric={action.metric} stageId={stageOf(action)} teamId={action.teamId} currency={currency} />
          }
          value={action.target}
          error={errors.byField.target}
          onChange={(event) => change({ target: event.target.value })}
        />
        <OwnerField value={action.ownerId} error={errors.byField.ownerId} onChange={(ownerId) => change({ ownerId })} />
        <Field
          label="To be done by"
          type="date"
          hint="If there is a day for it."
          value={action.dueOn}
          error={errors.byField.dueOn}
          onChange={(event) => change({ dueOn: event.target.value })}
        />
        <Field
          label="Review on"
          type="date"
          required
          hint="When to look whether it has helped."
          value={action.reviewOn}
          error={errors.byField.reviewOn}
          onChange={(event) => change({ reviewOn: event.target.value })}
        />
      </div>
      <TextArea
        label="Note"
        rows={3}
        maxLength={5_000}
        value={action.note}
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
  );
}
