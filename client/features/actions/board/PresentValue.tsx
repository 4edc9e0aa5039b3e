import { useFormats } from '../../../ui/FormatProvider.tsx';
import { metricFormats, metricWords } from '../metric-words.ts';
import { type Measurable, usePresentValue } from './use-present-value.ts';

/** What a target starts from: the metric over the last 90 days, and which way is better. */
export function PresentValue({ currency, ...measurable }: Measurable & { currency: string }) {
  const formats = useFormats();
  const { state, value } = usePresentValue(measurable);
  const { better, ofStage } = metricWords[measurable.metric];
  if (ofStage === 'always' && measurable.stageId === '') return `Of the stage you choose; ${better} is better.`;
  if (state === 'asking') return 'Looking what it is now…';
  if (state === 'failed') return `What it is now could not be read; ${better} is better.`;
  if (value === null) return `The last 90 days have too little to say what it is now; ${better} is better.`;
  return `Now ${metricFormats(formats, currency).value(measurable.metric, value)} (last 90 days); ${better} is better.`;
}
