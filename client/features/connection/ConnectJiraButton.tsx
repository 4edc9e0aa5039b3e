import { Button } from '../../ui/Button.tsx';
import { useConnectJira } from './use-connect-jira.ts';

/** Starts the way to Jira's consent page; says why when it cannot. */
export function ConnectJiraButton({ label = 'Connect Jira Account' }: { label?: string }) {
  const { leaving, problem, connect } = useConnectJira();
  return (
    <div className="flex flex-col items-center gap-2">
      <Button look="primary" busy={leaving && 'Opening Jira…'} onClick={() => void connect()}>
        {label}
      </Button>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
