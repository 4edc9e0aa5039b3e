import { NavLink, useLocation } from 'react-router';
import { cn } from '../../ui/cn.ts';
import { questionPart } from '../question/question.ts';
import { navItems } from './nav-items.ts';

/** The pages; those that answer the same question keep it in their address. */
export function NavLinks() {
  const { search } = useLocation();
  const question = questionPart(new URLSearchParams(search));
  return (
    <ul className="space-y-0.5">
      {navItems.map((item) => (
        <li key={item.to}>
          <NavLink
            to={{ pathname: item.to, search: item.keepsQuestion ? question : '' }}
            end={item.to === '/'}
            className={({ isActive }) =>
              cn(
                'flex items-center gap-2 rounded-md px-2 py-1.5 text-ink-soft hover:bg-sunken hover:text-ink',
                isActive && 'bg-sunken font-medium text-ink',
              )
            }
          >
            <item.icon size={16} aria-hidden />
            {item.label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
