import { type FormEvent, useEffect, useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import {
  type ForecastQuestion,
  historyChoices,
  lastForecastDay,
  mostItems,
  untilFault,
  writeForecast,
} from './forecast-search.ts';

const kinds = [
  { value: 'items', label: 'By when' },
  { value: 'until', label: 'How many' },
] as const;

/** Asks the future one of two questions; what is asked goes into the address. */
export function ForecastForm({ asked }: { asked: ForecastQuestion }) {
  const formats = useFormats();
  const [, setSearch] = useSearchParams();
  const id = useId();
  const today = formats.localDate(Date.now());
  const [kind, setKind] = useState<'items' | 'until'>('until' in asked.asks ? 'until' : 'items');
  const [items, setItems] = useState('items' in asked.asks ? String(asked.asks.items) : '20');
  const [until, setUntil] = useState('until' in asked.asks ? asked.asks.until : '');
  const [seed, setSeed] = useState(asked.seed === null ? '' : String(asked.seed));
  // Another address, by Back or a link, is another question.
  useEffect(() => {
    setKind('until' in asked.asks ? 'until' : 'items');
    if ('until' in asked.asks) setUntil(asked.asks.until);
    else setItems(String(asked.asks.items));
    setSeed(asked.seed === null ? '' : String(asked.seed));
  }, [asked]);

  const ask = (change: Partial<ForecastQuestion>) => setSearch((now) => writeForecast(now, { ...asked, ...change }));
  const count = Number(items);
  const countFault =
    Number.isInteger(count) && count >= 1 && count <= mostItems
      ? null
      : `A number from 1 to ${formats.number(mostItems)}.`;
  const dateFault = until === '' ? null : untilFault(until, today);
  const cannotAsk = kind === 'items' ? countFault !== null : until === '' || dateFault !== null;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (cannotAsk) return;
    const wanted = seed.trim() === '' ? null : Number(seed);
    ask({
      asks: kind === 'items' ? { items: count } : { until },
      seed: wanted !== null && Number.isInteger(wanted) && wanted >= 0 ? wanted : null,
    });
  }

  return (
    <form onSubmit={onSubmit} aria-label="Forecast" className="space-y-3">
      <Segmented label="Question" options={kinds} value={kind} onChange={setKind} />
      <div className="flex flex-wrap items-start gap-3">
        <div className="w-44">
          {kind === 'items' ? (
            <Field
              label="Issues"
              type="number"
              inputMode="numeric"
              min={1}
              max={mostItems}
              required
              value={items}
              error={countFault ?? undefined}
              onChange={(event) => setItems(event.target.value)}
            />
          ) : (
            <Field
              label="By the end of"
              type="date"
              max={lastForecastDay(today)}
              required
              value={until}
              error={dateFault ?? undefined}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </div>
        <div className="w-44 space-y-1">
          <label htmlFor={id} className="block font-medium">
            As in the last
          </label>
          <NativeSelect
            id={id}
            className="w-full"
            value={asked.historyDays}
            onChange={(event) => ask({ historyDays: Number(event.target.value) })}
          >
            {[...new Set<number>([...historyChoices, asked.historyDays])]
              .toSorted((a, b) => a - b)
              .map((days) => (
                <option key={days} value={days}>
                  {formats.number(days)} days
                </option>
              ))}
          </NativeSelect>
        </div>
        <div className="w-44">
          <Field
            label="Seed"
            type="number"
            inputMode="numeric"
            min={0}
            placeholder="From the history"
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
          />
        </div>
        <Button type="submit" look="primary" className="mt-6.5" disabled={cannotAsk}>
          Forecast
        </Button>
      </div>
    </form>
  );
}
