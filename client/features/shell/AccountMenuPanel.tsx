import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { type ThemeChoice, useTheme } from '../../ui/theme.ts';
import { useSessionKeeper } from '../session/SessionProvider.tsx';
import { signOutMutation } from '../session/session-documents.ts';

const themes: readonly { value: ThemeChoice; label: string; icon: typeof Sun }[] = [
  { value: 'system', label: 'Theme: system', icon: Monitor },
  { value: 'light', label: 'Theme: light', icon: Sun },
  { value: 'dark', label: 'Theme: dark', icon: Moon },
];

/** The open menu; loaded when it is first wanted. */
export function AccountMenuPanel(props: { name: string; email: string; trigger: ReactElement }) {
  const keeper = useSessionKeeper();
  const navigate = useNavigate();
  const { choice, choose } = useTheme();
  const [, signOut] = useMutation(signOutMutation);

  async function leave() {
    await signOut({ everywhere: false });
    // Also when the server could not be asked: this browser forgets everything it knew.
    keeper.forget();
    await navigate('/sign-in', { replace: true });
  }

  return (
    <Menu
      heading={
        <>
          <span className="block font-medium text-ink">{props.name}</span>
          <span className="block">{props.email}</span>
        </>
      }
      trigger={props.trigger}
    >
      <MenuItem onSelect={() => void navigate('/settings')}>
        <Settings size={14} aria-hidden /> Settings
      </MenuItem>
      {themes.map((theme) => (
        <MenuItem key={theme.value} onSelect={() => choose(theme.value)}>
          <theme.icon size={14} aria-hidden /> {theme.label}
          {choice === theme.value && <span className="ml-auto text-xs text-ink-muted">chosen</span>}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => void leave()}>
        <LogOut size={14} aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  );
}
