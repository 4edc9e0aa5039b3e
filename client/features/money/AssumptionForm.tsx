import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useClient, useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { toast } from '../../ui/toast.ts';
import { failureWords } from '../api/failure-words.ts';
import { noErrors, sortErrors } from '../api/user-errors.ts';
import { FormErrors } from '../session/FormErrors.tsx';
import { assumptionDraft, readAssumptions } from './assumption-draft.ts';

const costModelFragment = graphql(`
  fragment AssumptionForm_costModel on CostModel {
    version
    currency
    defaultHourlyRate {
      amount
      currency
    }
    burden
    paybackWeeks
  }
`);

const updateMutation = graphql(`
  mutation UpdateAssumptions($input: UpdateCostModelInput!) {
    updateCostModel(input: $input) {
      costModel {
        ...AssumptionForm_costModel
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const savedQuery = graphql(`
  query SavedAssumptions {
    viewer {
      id
      settings {
        ...AssumptionBar_settings
      }
    }
  }
`);

const fields = ['defaultHourlyRate', 'burden', 'paybackWeeks'];

interface AssumptionFormProps {
  costModel: FragmentType<typeof costModelFragment>;
  onClose: () => void;
}

/** The three assumptions that move most. What is typed stays when somebody else has saved meanwhile. */
export function AssumptionForm({ costModel: masked, onClose }: AssumptionFormProps) {
  const saved = readFragment(costModelFragment, masked);
  const client = useClient();
  const [, update] = useMutation(updateMutation);
  const [from, setFrom] = useState({ version: saved.version, base: assumptionDraft(saved) });
  const [draft, setDraft] = useState(from.base);
  const [errors, setErrors] = useState(noErrors);
  const [conflicts, setConflicts] = useState(false);
  const [saving, setSaving] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(from.base);
  // After a conflict the newer version is shown above the form, and saving again is meant to go over it.
  const version = conflicts ? saved.version : from.version;

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (saving || !changed) return;
    const { input, faults } = readAssumptions(draft, from.base);
    if (Object.keys(faults).length > 0) return setErrors({ byField: faults, form: [] });
    setSaving(true);
    const result = await update({ input: { version, ...input } });
    const payload = result.data?.updateCostModel;
    const isConflict = payload?.userErrors.some(({ code }) => code === 'VERSION_CONFLICT') ?? false;
    if (isConflict) await client.query(savedQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    setSaving(false);
    setConflicts(isConflict);
    if (payload?.costModel) {
      toast.success('Assumptions saved', { description: 'Every amount is reckoned with them from now on.' });
      return onClose();
    }
    if (isConflict) return setErrors(noErrors);
    const told = payload?.userErrors ?? [];
    setErrors(
      told.length > 0
        ? sortErrors(told, fields)
        : { byField: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
    );
  }

  function undo() {
    const base = assumptionDraft(saved);
    setFrom({ version: saved.version, base });
    setDraft(base);
    setErrors(noErrors);
    setConflicts(false);
  }

  return (
    <form
      noValidate
      aria-label="Change the assumptions"
      onSubmit={(event) => void onSubmit(event)}
      className="mt-3 space-y-3 border-t border-line pt-3"
    >
      <FormErrors messages={errors.form} />
      {conflicts && (
        <Banner tone="danger">
          The cost model was changed meanwhile; what holds now is shown above. What you typed is still here: save again
          to put it over that, or undo.
        </Banner>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        <Field
          label={`Hourly rate (${saved.currency})`}
          inputMode="decimal"
          hint="Of everybody, before the burden."
          value={draft.hourlyRate}
          error={errors.byField.defaultHourlyRate}
          onChange={(event) => setDraft({ ...draft, hourlyRate: event.target.value })}
        />
        <Field
          label="Burden"
          inputMode="decimal"
          hint="What an hour costs beside its wage: 1.3 is 30 % more."
          value={draft.burden}
          error={errors.byField.burden}
          onChange={(event) => setDraft({ ...draft, burden: event.target.value })}
        />
        <Field
          label="Payback in weeks"
          inputMode="numeric"
          hint="In how many weeks an issue of no value class is worth its labour."
          value={draft.paybackWeeks}
          error={errors.byField.paybackWeeks}
          onChange={(event) => setDraft({ ...draft, paybackWeeks: event.target.value })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" disabled={!changed} busy={saving && 'Saving…'}>
          {conflicts ? 'Save over it' : 'Save'}
        </Button>
        <Button disabled={!changed && !conflicts} onClick={undo}>
          Undo
        </Button>
        <Button look="ghost" onClick={onClose}>
          Close
        </Button>
        <Link to="/settings?tab=costs" className="ml-auto text-accent-text hover:underline">
          Roles, value classes and capitalisation
        </Link>
      </div>
    </form>
  );
}
