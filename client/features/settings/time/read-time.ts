/** "HH:MM" of what somebody types: "9", "9:30", "930", "9.30", "5pm", "24:00". Null for what is no time of day. */
export function readTime(text: string): string | null {
  const [, hourText, minuteText, half] = /^(\d{1,2}?)(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim()) ?? [];
  if (hourText === undefined) return null;
  const minute = Number(minuteText ?? 0);
  const hour = half === undefined ? Number(hourText) : inHalf(Number(hourText), half.toLowerCase() === 'pm');
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 12 am is the beginning of the day and 12 pm its middle; other than 1 to 12 there are none. */
function inHalf(hour: number, afternoon: boolean): number {
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (afternoon ? 12 : 0);
}
