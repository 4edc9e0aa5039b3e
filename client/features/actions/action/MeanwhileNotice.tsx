import { Button } from '../../../ui/Button.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import type { Formats } from '../../../ui/format.ts';
import { clashingFields, type Edit, type Editable, type EditableField } from './action-edit.ts';

const names: Readonly<Record<EditableField, string>> = {
  title: 'What is to be done',
  note: 'Note',
  owner: 'Owner',
  dueOn: 'To be done by',
  reviewOn: 'Review on',
};

function written(saved: Editable, field: EditableField, formats: Formats): string {
  if (field === 'owner') return saved.owner?.displayName ?? 'nobody';
  if (saved[field] === '') return 'empty';
  return field === 'dueOn' || field === 'reviewOn' ? formats.date(saved[field]) : `“${saved[field]}”`;
}

interface MeanwhileNoticeProps {
  edit: Edit;
  /** Gives up what is typed in a field for what is saved. */
  onTake: (field: EditableField) => void;
}

/** What somebody else has saved while the form was open, beside what is typed. Saving again is a decision then. */
export function MeanwhileNotice({ edit, onTake }: MeanwhileNoticeProps) {
  const formats = useFormats();
  if (edit.meanwhile.length === 0) return null;
  const clashing = clashingFields(edit);
  return (
    <div role="alert" className="space-y-2 rounded-md border border-warn bg-warn-soft px-3 py-2 text-warn">
      <p className="font-medium">This action has been changed meanwhile. Nothing was overwritten.</p>
      <ul className="space-y-1">
        {edit.meanwhile.map((field) => (
          <li key={field} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 wrap-anywhere">
              {names[field]} is now {written(edit.base, field, formats)}
              {clashing.includes(field) ? '; yours is still in the form.' : '.'}
            </span>
            {clashing.includes(field) && (
              <Button size="small" onClick={() => onTake(field)}>
                Take it
              </Button>
            )}
          </li>
        ))}
      </ul>
      {clashing.length > 0 && <p>Saving puts yours in its place.</p>}
    </div>
  );
}
