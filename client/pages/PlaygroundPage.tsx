import { Playground } from '../features/playground/Playground.tsx';
import { useShell } from '../features/shell/shell-context.ts';

export function PlaygroundPage() {
  const { viewerId } = useShell();
  return <Playground viewerId={viewerId} />;
}
