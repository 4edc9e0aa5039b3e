import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { ApiProvider } from './features/api/ApiProvider.tsx';
import { askRefresh } from './features/session/ask-refresh.ts';
import { SessionProvider } from './features/session/SessionProvider.tsx';
import { createSessionKeeper } from './features/session/session-keeper.ts';
import { createAppRouter } from './router.tsx';
import './styles.css';
import { FormatProvider } from './ui/FormatProvider.tsx';
import { Toasts } from './ui/Toasts.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

const keeper = createSessionKeeper(() => askRefresh((input, init) => fetch(input, init)), Date.now);
const router = createAppRouter();

createRoot(root).render(
  <StrictMode>
    <SessionProvider keeper={keeper}>
      <ApiProvider>
        <FormatProvider locale={undefined} timeZone={undefined}>
          <RouterProvider router={router} />
        </FormatProvider>
      </ApiProvider>
      <Toasts />
    </SessionProvider>
  </StrictMode>,
);
