import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { Button } from '../../ui/Button.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { NavLinks } from './NavLinks.tsx';

/** The opened navigation, at the left edge. */
export function MobileNavSheet({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const focus = useReturnFocus();
  return (
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          {...focus}
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-64 border-r border-line bg-raised p-4 shadow-high"
        >
          <Dialog.Title className="mb-4 px-2 font-semibold">Navigation</Dialog.Title>
          <nav aria-label="Main">
            <NavLinks />
          </nav>
          <Dialog.Close asChild>
            <Button look="ghost" size="icon" className="absolute top-3 right-3" aria-label="Close navigation">
              <X size={16} aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
