import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';

interface TabSetProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { readonly value: T; readonly label: string; readonly panel: ReactNode }[];
}

export function TabSet<T extends string>({ label, value, onChange, tabs }: TabSetProps<T>) {
  return (
    // Chosen by Enter or a click, not by focus alone: focus that comes back from a question must not ask it again.
    <Tabs.Root
      activationMode="manual"
      value={value}
      onValueChange={(next) => {
        const tab = tabs.find((one) => one.value === next);
        if (tab) onChange(tab.value);
      }}
    >
      <Tabs.List aria-label={label} className="mb-4 flex gap-1 overflow-x-auto overflow-y-hidden border-b border-line">
        {tabs.map((tab) => (
          <Tabs.Trigger
            key={tab.value}
            value={tab.value}
            className="border-b-2 border-transparent px-3 py-2 font-medium whitespace-nowrap text-ink-muted focus-visible:outline-offset-[-2px] hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.value} value={tab.value}>
          {tab.panel}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
