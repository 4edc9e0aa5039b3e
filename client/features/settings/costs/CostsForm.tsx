import { useEffect, useRef, useState } from 'react';
import { useClient, useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ComboField } from '../../../ui/ComboField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { UnsavedChanges } from '../UnsavedChanges.tsx';
import { useDraft } from '../use-draft.ts';
import { Capitalised } from './Capitalised.tsx';
import { type CostsDraft, costsDraft, costsInput, onTopOf } from './costs-draft.ts';
import { type SortedCostsErrors, sortCostsErrors, unsendable } from './costs-errors.ts';
import { currencyChoices, currencyLabel } from './currency-choices.ts';
import { loadedRate } from './loaded-rate.ts';
import { useMatchSuggestions } from './match-suggestions.ts';
import { RowList } from './RowList.tsx';

const costModelFragment = graphql(`
  fragment CostsForm_costModel on CostModel {
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
`);

const formFragment = graphql(`
  fragment CostsForm_viewer on Viewer {
    settings {
      costModel {
        ...CostsForm_costModel
      }
    }
  }
`);

const updateCostModelMutation = graphql(`
  mutation UpdateCostModel($input: UpdateCostModelInput!) {
    updateCostModel(input: $input) {
      costModel {
        ...CostsForm_costModel
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const savedCostsQuery = graphql(`
  query SavedCosts {
    viewer {
      id
      settings {
        costModel {
          ...CostsForm_costModel
        }
      }
    }
  }
`);

const none: SortedCostsErrors = { byPart: {}, form: [] };

/** What time is worth: every amount is reckoned with it. Nothing changes until it is saved, and no edit goes over another unseen. */
export function CostsForm(props: { viewer: FragmentType<typeof formFragment> }) {
  const { settings } = readFragment(formFragment, props.viewer);
  const saved = costsDraft(readFragment(costModelFragment, settings.costModel));
  const { draft, base, changed, change, undo, settle } = useDraft(saved);
  const client = useClient();
  const [, update] = useMutation(updateCostModelMutation);
  const [saving, setSaving] = useState(false);
  const [errors, setErrors] = useState(none);
  const [conflicts, setConflicts] = useState(false);
  // What the draft began as: what is saved may be newer by now.
  const [origin, setOrigin] = useState(base);
  if (draft.version === base.version && origin !== base) setOrigin(base);
  const formats = useFormats();
  const suggestions = useMatchSuggestions();
  const form = useRef<HTMLFormElement>(null);
  const refused = useRef(false);

  // What was refused may be out of sight.
  useEffect(() => {
    if (!refused.current) return;
    refused.current = false;
    const first = form.current?.querySelector('[aria-invalid=true], [role=alert]');
    if (first instanceof HTMLElement) first.focus();
    first?.scrollIntoView({ block: 'center' });
  });

  function refuse(why: SortedCostsErrors) {
    refused.current = true;
    setErrors(why);
  }

  function edit(to: Partial<CostsDraft>) {
    change({ ...draft, ...to });
    setErrors(none);
  }

  async function save() {
    const missing = unsendable(draft);
    if (Object.keys(missing).length > 0) return refuse({ byPart: missing, form: [] });
    setSaving(true);
    const result = await update({ input: costsInput(draft, origin, draft.version) });
    const payload = result.data?.updateCostModel;
    const told = payload?.userErrors ?? [];
    const isConflict = told.some(({ code }) => code === 'VERSION_CONFLICT');
    if (isConflict) {
      const newer = await client.query(savedCostsQuery, {}, { requestPolicy: 'network-only' }).toPromise();
      const model = newer.data?.viewer.settings.costModel;
      if (model) change(onTopOf(costsDraft(readFragment(costModelFragment, model)), draft, origin));
    }
    setSaving(false);
    setConflicts(isConflict);
    if (payload?.costModel) {
      setErrors(none);
      settle(costsDraft(readFragment(costModelFragment, payload.costModel)));
      toast.success('Cost model saved', { description: 'Every amount is reckoned with it from now on.' });
    } else if (isConflict) setErrors(none);
    else
      refuse(
        told.length > 0
          ? sortCostsErrors(told)
          : { byPart: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
      );
  }

  const loaded = loadedRate(draft.hourlyRate, draft.burden);

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving && changed) void save();
      }}
      className="space-y-4 [&_button]:scroll-mb-28 [&_input]:scroll-mb-28"
    >
      <FormErrors messages={errors.form} />
      <div className="grid gap-4 xl:grid-cols-2 xl:items-start">
        <div className="space-y-4">
          <Card title="What an hour costs" description="Of everybody. No person has a rate, and none is ever shown.">
            <div className="max-w-md space-y-4">
              <ComboField
                label="Currency"
                value={draft.currency}
                shown={currencyLabel(draft.currency)}
                choices={currencyChoices}
                hint="Another currency keeps the numbers: nothing is converted."
                error={errors.byPart.currency}
                onChange={(currency) => edit({ currency })}
              />
              <Field
                label={`Hourly rate (${draft.currency})`}
                inputMode="decimal"
                className="w-36"
                value={draft.hourlyRate}
                error={errors.byPart.defaultHourlyRate}
                onChange={(event) => edit({ hourlyRate: event.target.value })}
              />
              <Field
                label="Burden"
                inputMode="decimal"
                className="w-36"
                hint="What an hour costs beside its wage: 1.3 is 30 % more."
                value={draft.burden}
                error={errors.byPart.burden}
                onChange={(event) => edit({ burden: event.target.value })}
              />
              <p aria-live="polite">
                {loaded === null
                  ? 'What an hour comes to is told here once both are numbers.'
                  : `An hour comes to ${formats.money({ amount: loaded, currency: draft.currency })}, burden included.`}
              </p>
            </div>
          </Card>
          <Card
            title="Rates of roles"
            description="From a day on. They hold for nobody until people can be given roles."
          >
            <RowList
              one="rate"
              part="roleRates"
              columns={[
                { name: 'role', label: 'Role', kind: 'text' },
                { name: 'hourlyRate', label: `An hour (${draft.currency})`, kind: 'amount' },
                { name: 'validFrom', label: 'From', kind: 'date' },
              ]}
              rows={draft.roleRates}
              errors={errors.byPart}
              none="Everybody has the rate above."
              onChange={(roleRates) => edit({ roleRates })}
            />
          </Card>
        </div>
        <div className="space-y-4">
          <Card
            title="What a week of waiting costs"
            description="Of issues with a priority or a label, in any case; the highest that fits counts."
          >
            <div className="space-y-4">
              <RowList
                one="value class"
                part="valueClasses"
                columns={[
                  { name: 'match', label: 'Priority or label', kind: 'text', suggestions },
                  { name: 'perWeek', label: `A week (${draft.currency})`, kind: 'amount' },
                ]}
                rows={draft.valueClasses}
                errors={errors.byPart}
                none="No priority and no label has a value yet."
                onChange={(valueClasses) => edit({ valueClasses })}
              />
              <Field
                label="Payback in weeks, of all other issues"
                inputMode="numeric"
                className="w-36"
                hint="An issue is thought to be worth its labour in so many weeks: a rule of thumb, and told as one."
                value={draft.paybackWeeks}
                error={errors.byPart.paybackWeeks}
                onChange={(event) => edit({ paybackWeeks: event.target.value })}
              />
            </div>
          </Card>
          <Card
            title="What is capitalised"
            description="Labour on issues of these types. Evidence for your accountants, not accounting advice."
          >
            <Capitalised
              known={base.capitalised}
              chosen={draft.capitalised}
              onChange={(capitalised) => edit({ capitalised })}
            />
          </Card>
        </div>
      </div>
      <SaveBar
        label="What is entered"
        changed={changed}
        saving={saving}
        onUndo={() => {
          undo();
          setErrors(none);
          setConflicts(false);
        }}
      >
        {conflicts ? (
          <Banner tone="danger">
            The cost model was changed meanwhile, to version {base.version}, and nothing was overwritten. What you have
            not touched shows what was saved there; what you changed is still here. Save again to put it on that, or
            undo.
          </Banner>
        ) : (
          <p role="status">Version {base.version} is in force. Every answer names the version it used.</p>
        )}
      </SaveBar>
      <UnsavedChanges when={changed} what="the cost model" />
    </form>
  );
}
